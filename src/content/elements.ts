// Small parts of what stands in a page: elements without markup, presses by a person only.

/** Events that a press inside our own elements makes; the page's shortcuts must not act on them. */
export const ownEvents = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
];

/** An element with a class and a text. Built by hand: no markup is parsed next to a page. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name !== '') element.className = name;
  if (text !== '') element.textContent = text;
  return element;
}

/** Acts on presses by a person only: a page can forge events, but not trusted ones. */
export function onPress(button: HTMLButtonElement, act: () => void): void {
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
}
