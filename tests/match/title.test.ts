import { describe, expect, it } from 'vitest';
import { isTitleChanged } from '../../src/match/title.ts';

describe('isTitleChanged', () => {
  it.each([
    ['Quay reopens after storm', 'Quay Reopens After Storm', false],
    ['Quay reopens after storm | Harbour Gazette', 'Quay reopens after storm', false],
    ['Quay reopens after storm - Courier - Harbour', 'Quay reopens after storm — NGO', false],
    ['Quay reopens after storm', 'Quay stays shut after storm', true],
    ['Quay reopens: mayor pleased', 'Quay reopens', true],
    ['News | Harbour Gazette', 'News | Courier', true],
    ['Well-known co-founder leaves', 'Well known co founder leaves', false],
    ['Причал открыт после шторма — Вестник', 'Причал открыт после шторма', false],
    ['Quay reopens', undefined, undefined],
    [undefined, 'Quay reopens', undefined],
    ['—', 'Quay reopens', undefined],
  ])('%s / %s: %s', (page, archive, changed) => {
    expect(isTitleChanged(page, archive)).toBe(changed);
  });
});
