// A person's changes: kept apart from what was read, and laid over it.
import { describe, expect, it } from 'vitest';
import { citedItem, editsFor } from '../../src/citation/edits.ts';
import { citation } from './facts.ts';

describe('edits', () => {
  const { item } = citation();

  it('replace, add and take away, and leave what was read as it was', () => {
    const wanted = { ...item, title: 'Ferry line reopens', section: 'Harbour' };
    Reflect.deleteProperty(wanted, 'note');
    const edits = editsFor(item, wanted);
    expect(edits).toEqual({ title: 'Ferry line reopens', section: 'Harbour', note: null });
    expect(citedItem({ item, edits })).toEqual(wanted);
    expect(item.title).toBe('Ferry line to reopen');
  });

  it('are none where everything is as read', () => {
    expect(editsFor(item, { ...item })).toEqual({});
    expect(citedItem({ item, edits: {} })).toBe(item);
  });

  it('cannot give a record another id', () => {
    expect(editsFor(item, { ...item, id: 'other' })).toEqual({});
    expect(citedItem({ item, edits: { id: 'other' } }).id).toBe('one');
  });

  it('are refused where they make an address that is none', () => {
    expect(() => citedItem({ item, edits: { URL: 'javascript:alert(1)' } })).toThrow(/"URL"/);
  });
});
