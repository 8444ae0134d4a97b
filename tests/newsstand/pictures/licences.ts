// Addresses of the licences under which the newsstand's pictures are offered.

import type { LicenceName } from '../types.ts';

export const LICENCE_URLS: Record<LicenceName, string> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC BY-ND 2.0': 'https://creativecommons.org/licenses/by-nd/2.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};
