// The nodes of a page's JSON-LD: found in scripts, told by type, resolved within the graph.

import type { ClaimCollector } from './claims.ts';
import { parseLenientJson } from './lenient-json.ts';

export type Json = Record<string, unknown>;

/** A script longer than this is not parsed: the largest real ones, with whole bodies, are half. */
const longestScript = 2_000_000;
const mostScripts = 50;
const mostNodes = 2000;
const deepest = 12;

export function isNode(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value)
    ? value.slice(0, 50)
    : value === undefined || value === null
      ? []
      : [value];
}

export function types(node: Json): string[] {
  return list(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '')] : [],
  );
}

/** Every node of a document, graphs and nested values included, bounded in number and depth. */
function collectNodes(root: unknown, into: Json[], depth = 0): void {
  if (depth > deepest || into.length >= mostNodes) return;
  if (Array.isArray(root)) {
    for (const item of root.slice(0, mostNodes)) collectNodes(item, into, depth + 1);
    return;
  }
  if (!isNode(root)) return;
  if (root['@type'] !== undefined || root['@id'] !== undefined) into.push(root);
  for (const [key, value] of Object.entries(root)) {
    if (key !== '@context' && typeof value === 'object') collectNodes(value, into, depth + 1);
  }
}

/** All nodes of the page's JSON-LD; broken scripts are skipped and noted. */
export function readJsonLd(document: Document, collector: ClaimCollector): Json[] {
  const nodes: Json[] = [];
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  for (const script of [...scripts].slice(0, mostScripts)) {
    const text = script.textContent ?? '';
    if (text.trim() === '') continue;
    if (text.length > longestScript) {
      collector.remarks.add('metadata-too-long');
      continue;
    }
    try {
      collectNodes(parseLenientJson(text), nodes);
    } catch {
      collector.remarks.add('broken-json-ld');
    }
  }
  return nodes;
}

export interface Names {
  resolve: (value: unknown) => unknown;
}

/** Names of persons or organisations: plain strings, nodes, references into the graph, lists. */
export function names(value: unknown, { resolve }: Names): string[] {
  return list(value).flatMap((entry) => {
    const target = resolve(entry);
    if (typeof target === 'string') return /^https?:/.test(target) ? [] : [target];
    if (!isNode(target)) return [];
    const name = target['name'];
    if (name !== undefined) return list(name).filter((one) => typeof one === 'string');
    const parts = [target['givenName'], target['familyName']].filter(
      (one) => typeof one === 'string',
    );
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
}
