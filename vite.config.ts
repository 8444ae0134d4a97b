// Picks browser and build by mode: `chrome`, `firefox`, `demo-chrome`, `demo-firefox`.
import { defineConfig } from 'vitest/config';
import { constants } from './scripts/build/constants.ts';
import { extension } from './scripts/build/extension.ts';
import { parseMode } from './scripts/build/modes.ts';

export default defineConfig(({ mode }) => ({
  ...(/^(demo-)?(chrome|firefox)$/.test(mode)
    ? extension(mode)
    : { define: constants(parseMode('chrome')) }),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
