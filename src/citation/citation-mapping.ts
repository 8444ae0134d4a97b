// Citation.js set up once: its mapping of types and fields is used, its writing of lines is not.
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

// On its own, the plug-in drops every character that it has no command for: all of Cyrillic, Arabic
// and Chinese (https://github.com/citation-js/citation-js/issues/177). Values are escaped here.
plugins.config.get('@bibtex').format.asciiOnly = false;

export { Cite, plugins, type ReadItem, type RisRecord } from '@citation-js/core';
