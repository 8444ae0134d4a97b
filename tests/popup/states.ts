// The states of the popup that the gallery shows, by name, and what to open in them.

/** A picture: a state of the gallery, and the buttons to press in it, by accessible name. */
export interface Shown {
  state: string;
  press?: RegExp[];
}

export const SHOWN: Record<string, Shown> = {
  copy: { state: 'copy' },
  'copy-why': { state: 'copy', press: [/^why\?$/] },
  'copy-row-open': { state: 'copy', press: [/rests on: The Pebble Bay/] },
  'copy-source-open': { state: 'copy', press: [/rests on: Says who: Marlow/] },
  'copy-menu': { state: 'copy', press: [/^More$/] },
  'copy-saved': { state: 'copy', press: [/^Save citation$/] },
  'copy-marked': { state: 'copy', press: [/rests on: North Quay/, /^This is wrong$/] },
  'copy-same-date': { state: 'copy-same-date' },
  edited: { state: 'edited' },
  original: { state: 'original' },
  earliest: { state: 'earliest' },
  changed: { state: 'changed' },
  excerpt: { state: 'excerpt' },
  contains: { state: 'contains' },
  passages: { state: 'passages' },
  telling: { state: 'telling' },
  'telling-open': {
    state: 'telling',
    press: [/rests on: This address/, /rests on: Photo: Tamsin/],
  },
  'ten-relatives': { state: 'ten-relatives' },
  'many-relatives': { state: 'many-relatives' },
  'many-relatives-open': { state: 'many-relatives', press: [/^Show \d+ versions/] },
  related: { state: 'related' },
  'related-open': { state: 'related', press: [/rests on: Who cast/] },
  'no-match': { state: 'no-match' },
  'no-match-problem': { state: 'no-match-problem' },
  marked: { state: 'marked' },
  'marked-shown': { state: 'marked', press: [/^Show$/] },
  looking: { state: 'looking' },
  'not-article': { state: 'not-article' },
  'no-access': { state: 'no-access' },
  closed: { state: 'closed' },
  unseen: { state: 'unseen' },
  error: { state: 'error' },
  unread: { state: 'unread' },
};
