// Injected when a selected passage is saved: the words selected, and those before and after them.

/** Characters of context on either side, enough to tell repeats apart. */
const CONTEXT = 64;
const LONGEST = 10_000;

function around(range: Range): { prefix: string; suffix: string } {
  const before = document.createRange();
  before.selectNodeContents(document.body);
  const after = before.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  after.setStart(range.endContainer, range.endOffset);
  return {
    prefix: before.toString().slice(-CONTEXT),
    suffix: after.toString().slice(0, CONTEXT),
  };
}

function selected(): { exact: string; prefix: string; suffix: string } | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const exact = range.toString().trim().slice(0, LONGEST);
  return exact === '' ? null : { exact, ...around(range) };
}

export default selected();
