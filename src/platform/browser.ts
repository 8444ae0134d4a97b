// The single import of the browser's extension API. It throws outside an extension: tests mock this.

export { default as browser } from 'webextension-polyfill';
