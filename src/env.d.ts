// Constants that the build writes into the code: see scripts/build/constants.ts.
/* oxlint-disable no-underscore-dangle -- the customary mark of a compile-time constant */

/** The version in package.json. */
declare const __STEMMA_VERSION__: string;

/** Archives packaged with this build; `file` is a path inside the extension. */
declare const __STEMMA_ARCHIVES__: readonly { file: string; name: string }[];

/** Scripts for `scripting.executeScript` and `registerContentScripts`: paths in the extension. */
declare const __STEMMA_FILES__: {
  readonly watch: string;
  readonly read: string;
  readonly quote: string;
  readonly selection: string;
  readonly highlight: string;
};
