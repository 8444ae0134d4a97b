// All outlets of the newsstand by id.

import type { Outlet, OutletId } from '../types.ts';
import { fenland } from './fenland.ts';
import { harbour } from './harbour.ts';
import { meridian } from './meridian.ts';
import { northline } from './northline.ts';
import { quay } from './quay.ts';
import { vallis } from './vallis.ts';
import { vestnik } from './vestnik.ts';

export const OUTLETS: Record<OutletId, Outlet> = {
  harbour,
  northline,
  meridian,
  vallis,
  fenland,
  vestnik,
  quay,
};
