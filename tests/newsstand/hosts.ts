// Every host of the newsstand that a demo or test build may ask permission for. No imports: the build reads it.

/** The newsstand's own index page. */
export const NEWSSTAND_HOST = 'newsstand.example';

/** Pages that attack or confuse a reader of pages. */
export const HOSTILE_HOST = 'www.hostile.example';

/** A host that no build is given: what lives there is read only after a click. */
export const UNLISTED_HOST = 'www.unlisted.example';

/** Hosts of the outlets by their id. */
export const OUTLET_HOSTS = {
  harbour: 'www.harbour-gazette.example',
  northline: 'www.northline.example',
  meridian: 'www.meridian-dispatch.example',
  vallis: 'www.vallis-courier.example',
  fenland: 'www.fenland-and-tide.example',
  vestnik: 'www.beregovoy-vestnik.example',
  quay: 'www.quay-post.example',
} as const;

/** Hosts a demo build adds to its permissions: all but {@link UNLISTED_HOST}. */
export const NEWSSTAND_HOSTS: string[] = [
  NEWSSTAND_HOST,
  ...Object.values(OUTLET_HOSTS),
  HOSTILE_HOST,
];
