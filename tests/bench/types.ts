// What a benchmark takes and gives: numbers for a table, and the same numbers for a machine.

export interface BenchOptions {
  /** Fewer rounds, to see that it runs at all: figures from it are not for keeping. */
  quick: boolean;
  /** Archives of 100,000 documents and more, for minutes. */
  large: boolean;
  /** Says what is going on; goes to standard error. */
  progress: (line: string) => void;
}

export interface Table {
  title: string;
  columns: string[];
  /** A row has a cell for each column; all cells but the first are set flush right. */
  rows: string[][];
  /** What has to be known to read it. */
  notes?: string[];
}

export interface BenchResult {
  tables: Table[];
  /** Survives JSON. Figures with their unit in the name: `msToBadgeP50`. */
  json: Record<string, unknown>;
}

/** A benchmark module `tests/bench/NAME.ts` exports this as `run`. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;
