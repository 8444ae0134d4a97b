// Where things are served: addresses of versions and of their pictures.

import { OUTLET_HOSTS } from './hosts.ts';
import type { Version } from './types.ts';

/** The address at which a version is served. */
export function versionUrl(of: Version): string {
  return `https://${OUTLET_HOSTS[of.outlet]}${of.path}`;
}

/** Path of a version's picture, as PNG of a width in pixels or, without one, as SVG. */
export function picturePath(of: Version, width?: number): string {
  return `/media/${of.picture.scene}${width === undefined ? '.svg' : `-${width}.png`}`;
}

/** The address of a version's picture in its largest form, as metadata names it. */
export function pictureUrl(of: Version): string {
  return `https://${OUTLET_HOSTS[of.outlet]}${picturePath(of, 1600)}`;
}
