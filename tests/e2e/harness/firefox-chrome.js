// Runs inside Firefox with the browser's own rights. Plain JavaScript, for Firefox only: firefox.ts
// sends it as text, with `request` defined before it and `answer(request)` called after it.

const { ExtensionParent } = ChromeUtils.importESModule(
  'resource://gre/modules/ExtensionParent.sys.mjs',
);
const extension = ExtensionParent.GlobalManager.getExtension(request.extension);
const { tabTracker, browserActionFor } = ExtensionParent.apiManager.global;

/** The window, and in it the popup's browser, if one is open. */
function openPopup() {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const popup = window.document.querySelector('browser.webextension-popup-browser');
    if (popup?.currentURI.spec.startsWith('moz-extension://')) return { window, popup };
  }
  return undefined;
}

// Lives in the popup's own process: the popup is not among the tabs that remote control knows.
const inPopup = `
if (!this.stemmaListens) {
  this.stemmaListens = true;
  const sandbox = () => {
    if (!this.kept || this.keptFor !== content) {
      this.kept = new Cu.Sandbox(content, {
        sandboxPrototype: content, wantXrays: false, sameZoneAs: content,
      });
      this.keptFor = content;
    }
    return this.kept;
  };
  const actions = {
    ready: () => content.document.readyState,
    async evaluate({ expression }) {
      const value = await Cu.evalInSandbox(
        '(async () => JSON.stringify(await (' + expression + ')))()', sandbox());
      return value === undefined ? undefined : String(value);
    },
    click({ x, y }) {
      const { event } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/webdriver/Event.sys.mjs');
      event.synthesizeMouseAtPoint(x, y, {}, content);
    },
    press({ key, shift }) {
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!keys.beginInputTransactionForTests(content)) throw new Error('keys are in use');
      const modifier = new content.KeyboardEvent('', { key: 'Shift', code: 'ShiftLeft' });
      if (shift) keys.keydown(modifier);
      const pressed = new content.KeyboardEvent('', { key, code: key });
      const used = keys.keydown(pressed) & keys.KEYDOWN_IS_CONSUMED;
      keys.keyup(pressed);
      if (shift) keys.keyup(modifier);
      return used !== 0;
    },
  };
  addMessageListener('stemma:do', async ({ data }) => {
    try {
      sendAsyncMessage(data.reply, { value: await actions[data.action](data) });
    } catch (error) {
      sendAsyncMessage(data.reply, { error: String(error) });
    }
  });
}
`;

function tellPopup(popup, action, data) {
  const messages = popup.messageManager;
  // Loaded again each time: a popup changes its browser element while it opens, and the script knows
  // whether it is there.
  messages.loadFrameScript(`data:application/javascript,${encodeURIComponent(inPopup)}`, false);
  return new Promise((resolve, reject) => {
    const reply = `stemma:${Math.random()}`;
    // A popup that closes answers no more.
    const watch = window.setInterval(() => {
      if (popup.isConnected && popup.messageManager === messages) return;
      messages.removeMessageListener(reply, receive);
      window.clearInterval(watch);
      reject(new Error('the popup closed'));
    }, 50);
    function receive({ data: { value, error } }) {
      messages.removeMessageListener(reply, receive);
      window.clearInterval(watch);
      if (error === undefined) resolve(value);
      else reject(new Error(error));
    }
    messages.addMessageListener(reply, receive);
    messages.sendAsyncMessage('stemma:do', { ...data, action, reply });
  });
}

const actions = {
  async showPopup({ tabId }) {
    const tab = tabTracker.getTab(tabId);
    const window = tab.ownerDocument.defaultView;
    window.gBrowser.selectedTab = tab;
    if (Services.focus.activeWindow !== window) {
      // A panel of a window that is not in front closes at once.
      const inFront = new Promise((resolve) => {
        window.addEventListener('activate', resolve, { once: true });
      });
      window.focus();
      await inFront;
    }
    const pressedAt = Date.now();
    await browserActionFor(extension).triggerAction(window);
    return pressedAt;
  },
  async popupIsReady() {
    const open = openPopup();
    if (open?.popup.closest('panel')?.state !== 'open') return false;
    return (await tellPopup(open.popup, 'ready', {})) === 'complete';
  },
  popupIsOpen: () => openPopup() !== undefined,
  closePopup() {
    openPopup()?.popup.closest('panel')?.hidePopup();
    return null;
  },
  async tellPopup({ does, data }) {
    const open = openPopup();
    if (!open) throw new Error('no popup is open');
    return (await tellPopup(open.popup, does, data)) ?? null;
  },
  // What the page leaves alone is the browser's: Escape closes a panel.
  pressInWindow({ key }) {
    const open = openPopup();
    if (!open) return null;
    const { window } = open;
    const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!keys.beginInputTransactionForTests(window)) throw new Error('keys are in use');
    const pressed = new window.KeyboardEvent('', { key, code: key });
    keys.keydown(pressed);
    keys.keyup(pressed);
    return null;
  },
  async drawPopup() {
    const { window, popup } = openPopup();
    const picture = await popup.browsingContext.currentWindowGlobal.drawSnapshot(
      null,
      window.devicePixelRatio,
      'rgb(255,255,255)',
    );
    const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/png');
  },
  choose({ how, name, tabId }) {
    const tab = tabTracker.getTab(tabId);
    const window = tab.ownerDocument.defaultView;
    window.gBrowser.selectedTab = tab;
    if (how === 'menu') {
      extension.tabManager.addActiveTabPermission(tab);
      const info = { menuItemId: name, modifiers: [], editable: false };
      extension.emit('webext-menu-menuitem-click', info, tab);
      return null;
    }
    const keys = [...window.document.querySelectorAll('keyset[id^="ext-keyset"] key')];
    const wanted = { 'save-page': 'S', 'open-library': 'L' }[name];
    const key = keys.find((one) => one.getAttribute('key')?.toUpperCase() === wanted);
    if (!key) throw new Error(`no key for ${name} among ${keys.length}`);
    key.doCommand();
    return null;
  },
  async killWorker() {
    await extension.terminateBackground({ ignoreDevToolsAttached: true });
    return null;
  },
  workerRuns: () => extension.backgroundState === 'running',
};

/** Does what is asked. What comes back must survive JSON. */
function answer(request) {
  return actions[request.action](request);
}

export { answer };
