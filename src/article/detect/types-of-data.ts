// What a page's structured data calls it, read without parsing it: this runs on every page.

/** Structured data longer than this is not looked at here; the reader looks at more. */
const longestJsonLd = 200_000;

export interface TypedByData {
  articles: number;
  /** How often a day of publication is given. */
  dated: number;
  forum: boolean;
  product: boolean;
  list: boolean;
}

const article =
  /(?:Article|BlogPosting|LiveBlogPosting|^Report|SocialMediaPosting|^Review|^Recipe|^HowTo)$/;
const forum = /^(?:DiscussionForumPosting|QAPage|Question)$/;
const product = /^(?:Product|ProductGroup|Offer|SoftwareApplication|MobileApplication)$/;
const list = /^(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage|Blog|OfferCatalog)$/;

export function typedByData(document: Document): TypedByData {
  const found = { articles: 0, dated: 0, forum: false, product: false, list: false };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = (script.textContent ?? '').slice(0, longestJsonLd);
    for (const match of text.matchAll(/"@type"\s*:\s*(\[[^\]]{0,200}\]|"[^"]{1,80}")/g)) {
      for (const [, name = ''] of (match[1] ?? '').matchAll(
        /"(?:https?:\/\/schema\.org\/)?([A-Za-z]+)"/g,
      )) {
        if (article.test(name)) found.articles += 1;
        found.forum ||= forum.test(name);
        found.product ||= product.test(name);
        found.list ||= list.test(name);
      }
    }
    found.dated += text.match(/"datePublished"\s*:/g)?.length ?? 0;
  }
  return found;
}
