// Names of outlets by the host of their address: a short table kept by hand, no guess beyond it.

import type { Evidenced } from '../article/types.ts';
import outlets from './outlets.json' with { type: 'json' };

const table = new Map<string, string>(Object.entries(outlets));

/**
 * The outlet that publishes at an address. Subdomains belong to their outlet (`www.bbc.com`), look-alikes
 * (`bbc.com.example`) do not. Absent when the table does not know the host.
 */
export function outletOf(url: string): Evidenced | undefined {
  const labels = new URL(url).hostname.replace(/\.$/, '').split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const host = labels.slice(from).join('.');
    const name = table.get(host);
    if (name !== undefined) return { value: name, from: `outlet table: ${host}` };
  }
  return undefined;
}
