// Numbers of few bits: fixed, and Rice codes (Rice and Plaunt 1971), highest bit first.

/** A quotient of so many ones is no quotient: the number follows in {@link LONG_BITS} plain bits. */
const LONGEST_UNARY = 24;
const LONG_BITS = 40;
/** Bits that fit one 32-bit load wherever in a byte they begin. */
const BITS_AT_ONCE = 24;

/** The parameter under which the Rice codes of `values` are shortest; the smaller of equals. */
export function bestRiceParameter(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i] ?? 0;
  let parameter = 0;
  while (parameter < LONG_BITS && count * 2 ** (parameter + 1) <= sum) parameter++;
  let best = 0;
  let bestLength = Number.POSITIVE_INFINITY;
  // The shortest lies beside the logarithm of the mean.
  const last = Math.min(LONG_BITS, parameter + 1);
  for (let candidate = Math.max(0, parameter - 1); candidate <= last; candidate++) {
    let length = 0;
    const unit = 2 ** -candidate;
    const escape = LONGEST_UNARY + LONG_BITS;
    for (let i = 0; i < count; i++) {
      const quotient = Math.floor((values[i] ?? 0) * unit);
      length += quotient < LONGEST_UNARY ? quotient + 1 + candidate : escape;
    }
    if (length < bestLength) {
      best = candidate;
      bestLength = length;
    }
  }
  return best;
}

/** The parameter for steps between `count` sorted numbers below `range`. */
export function stepParameter(range: number, count: number): number {
  return range < count ? 0 : 31 - Math.clz32(Math.floor(range / count));
}

/** How a number below `range` is written in as few bits as can be (truncated binary). */
export interface RangeCode {
  /** Bits of the longer codes. */
  bits: number;
  /** Numbers below it have codes one bit shorter. */
  short: number;
}

export function rangeCode(range: number): RangeCode {
  const bits = range <= 1 ? 0 : 32 - Math.clz32(range - 1);
  return { bits, short: 2 ** bits - range };
}

export class BitWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;
  #held = 0;
  #heldBits = 0;

  #make(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  /** The lowest `count` bits, at most 24. */
  #few(value: number, count: number): void {
    this.#make(8);
    let held = (this.#held << count) | value;
    let heldBits = this.#heldBits + count;
    while (heldBits >= 8) {
      heldBits -= 8;
      this.#bytes[this.#length++] = held >>> heldBits;
    }
    held &= (1 << heldBits) - 1;
    this.#held = held;
    this.#heldBits = heldBits;
  }

  /** A number below 2^count, count at most 48. */
  bits(value: number, count: number): void {
    if (count <= BITS_AT_ONCE) {
      this.#few(value, count);
      return;
    }
    this.#few(Math.floor(value / 2 ** BITS_AT_ONCE), count - BITS_AT_ONCE);
    this.#few(value % 2 ** BITS_AT_ONCE, BITS_AT_ONCE);
  }

  rice(value: number, parameter: number): void {
    if (value < 2 ** BITS_AT_ONCE && parameter < BITS_AT_ONCE) {
      const ones = value >>> parameter;
      const length = ones + 1 + parameter;
      if (length <= BITS_AT_ONCE) {
        // Nearly every code: ones, a zero and the rest at once, and without powers.
        const rest = value & ((1 << parameter) - 1);
        this.#few((((1 << ones) - 1) << (parameter + 1)) | rest, length);
        return;
      }
    }
    const quotient = Math.floor(value / 2 ** parameter);
    if (quotient >= LONGEST_UNARY) {
      this.#few(2 ** LONGEST_UNARY - 1, LONGEST_UNARY);
      this.bits(value, LONG_BITS);
      return;
    }
    // `quotient` ones and a zero.
    this.#few(2 ** (quotient + 1) - 2, quotient + 1);
    this.bits(value - quotient * 2 ** parameter, parameter);
  }

  /** A number below the range of `code`. */
  inRange(value: number, code: RangeCode): void {
    if (value < code.short) this.bits(value, code.bits - 1);
    else this.bits(value + code.short, code.bits);
  }

  /** The bytes so far, the last filled up with zeros; valid until the next write. Empties the writer. */
  take(): Uint8Array {
    if (this.#heldBits > 0) this.#few(0, 8 - this.#heldBits);
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    this.#held = 0;
    this.#heldBits = 0;
    return bytes;
  }
}

/** Reads what {@link BitWriter} wrote. Past the end it reads zeros: ask {@link BitReader.left}. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, fromByte: number) {
    this.#bytes = bytes;
    this.#at = fromByte * 8;
    this.#end = bytes.length * 8;
  }

  /** Bits not read yet; negative once something was read past the end. */
  get left(): number {
    return this.#end - this.#at;
  }

  /** 32 bits of which the first 25 are certain. */
  #window(): number {
    const bytes = this.#bytes;
    const at = this.#at >>> 3;
    const word =
      at + 3 < bytes.length
        ? ((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0)
        : this.#lastBytes(at);
    return word << (this.#at & 7);
  }

  #lastBytes(at: number): number {
    let word = 0;
    for (let i = 0; i < 4; i++) {
      word = (word << 8) | (at + i < this.#bytes.length ? (this.#bytes[at + i] ?? 0) : 0);
    }
    return word;
  }

  #few(count: number): number {
    if (count === 0) return 0;
    const value = this.#window() >>> (32 - count);
    this.#at += count;
    return value;
  }

  /** A number of `count` bits, at most 48. */
  bits(count: number): number {
    if (count <= BITS_AT_ONCE) return this.#few(count);
    const high = this.#few(count - BITS_AT_ONCE);
    return high * 2 ** BITS_AT_ONCE + this.#few(BITS_AT_ONCE);
  }

  rice(parameter: number): number {
    const window = this.#window();
    const ones = Math.clz32(~window);
    const length = ones + 1 + parameter;
    if (length <= BITS_AT_ONCE) {
      // Nearly every code: in one window, and without the powers that make this loop slow.
      this.#at += length;
      if (parameter === 0) return ones;
      return (ones << parameter) | ((window << (ones + 1)) >>> (32 - parameter));
    }
    if (ones >= LONGEST_UNARY) {
      this.#at += LONGEST_UNARY;
      return this.bits(LONG_BITS);
    }
    this.#at += ones + 1;
    return ones * 2 ** parameter + this.bits(parameter);
  }

  inRange(code: RangeCode): number {
    if (code.bits === 0) return 0;
    const value = this.bits(code.bits - 1);
    if (value < code.short) return value;
    return value * 2 + this.#few(1) - code.short;
  }
}
