// Addresses: which ones may be shown and followed, their canonical form, and when two are the same.

/** Longer than any address a news site uses; browsers and servers give up around 8,000. */
const longestUrl = 4096;

/**
 * Parameters that say where a reader came from, never which story it is. From the lists that
 * Firefox's query stripping and ClearURLs use. Dropping one too few costs a missed "same page";
 * dropping one too many would merge two stories, so generic names (`id`, `p`, `ref_id`) stay.
 */
const trackingParameter =
  /^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|hsa_\w+|at_(?:medium|campaign|link\w*|format|bbc\w*|ptr\w*)|(?:fb|g|dc|y|wick)clid|gclsrc|gbraid|wbraid|msclkid|ttclid|twclid|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|__twitter_impression|ns_(?:mchannel|campaign|source|linkname)|smid|smtyp|cmpid|cmp|ocid|ito|xtor|echobox|fb_(?:action_ids|action_types|ref|source)|_ga|_gl|spm|ref_src|ref_url|guccounter|guce_\w+|sref|taid|partner|tpcc|srnd|xid|soc_src|soc_trk)$/i;

/** Parameters and path endings by which outlets name the AMP rendering of a page. */
const ampParameter = /^(?:amp|outputtype|output)$/i;
const ampPath = /\/amp(?:\.html)?$|\.amp(?=\.html$|$)/i;

/** Hosts that differ only by these first labels are renderings of one site. */
const renderingLabel = /^(?:www\d?|m|mobile|amp)\./;

function parse(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestUrl) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  // `https://publisher.example@elsewhere.example` is how look-alike addresses are written.
  url.username = '';
  url.password = '';
  return url;
}

/**
 * An address that may be kept, shown and followed: http or https, without credentials, at most
 * 4,096 characters. Anything else (`javascript:`, `data:`, junk) gives undefined.
 */
export function checkedUrl(text: string, base?: string): string | undefined {
  return parse(text, base)?.href;
}

/**
 * Names and values of the query. By `forEach`: in Firefox's content scripts the iterators of
 * `URLSearchParams` are not iterable (their prototype is another global's, seen through an Xray).
 */
function parameters(url: URL): [string, string][] {
  const found: [string, string][] = [];
  url.searchParams.forEach((value, name) => {
    found.push([name, value]);
  });
  return found;
}

function withoutTracking(url: URL): void {
  const doomed = parameters(url)
    .map(([name]) => name)
    .filter((name) => trackingParameter.test(name));
  // Touching searchParams rewrites the whole query (`%20` to `+`), so leave a clean one alone.
  for (const name of doomed) url.searchParams.delete(name);
  if (url.search === '') url.search = '';
}

/**
 * The address of a story in its canonical form: no fragment, no tracking parameters, lower-case
 * host without a final dot, no default port, no trailing slash except at the root. Query order is
 * kept. Gives undefined for what is not http(s). The result is its own canonical form.
 */
export function canonicaliseUrl(text: string): string | undefined {
  const url = parse(text);
  if (url === undefined) return undefined;
  url.hash = '';
  withoutTracking(url);
  url.hostname = url.hostname.replace(/\.$/, '');
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.href;
}

/**
 * One text for all renderings of a page: the canonical form without scheme, without a leading
 * `www.`, `m.`, `mobile.` or `amp.`, without an AMP ending, query sorted. For comparing and for
 * keys, never for following. Undefined for what is not http(s).
 */
export function addressKey(text: string): string | undefined {
  const canonical = canonicaliseUrl(text);
  if (canonical === undefined) return undefined;
  const url = new URL(canonical);
  const query = parameters(url).filter(([name]) => !ampParameter.test(name));
  query.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const host = url.host.replace(renderingLabel, '');
  const path = url.pathname.replace(ampPath, '').replace(/\/+$/, '');
  return `${host}${path}?${new URLSearchParams(query).toString()}`;
}

/**
 * Whether two addresses lead to the same page: canonical forms that differ at most in http/https,
 * in a leading `www.`, `m.`, `mobile.` or `amp.`, in an AMP ending, or in the order of the query.
 */
export function sameAddress(a: string, b: string): boolean {
  const left = addressKey(a);
  return left !== undefined && left === addressKey(b);
}

/** The host a reader knows a site by: lower case, without `www.`, `m.` or the like. */
export function siteHost(text: string): string | undefined {
  return parse(text)?.hostname.replace(/\.$/, '').replace(renderingLabel, '');
}
