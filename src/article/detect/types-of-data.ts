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
  /** A business, a place, a service, an event, a job. */
  place: boolean;
}

const article =
  /(?:NewsArticle|^Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|OpinionNewsArticle|^Report|ScholarlyArticle|SocialMediaPosting|AdvertiserContentArticle|^Review|^Recipe|^HowTo)$/;
const forum = /^(?:DiscussionForumPosting|QAPage|Question)$/;
const product =
  /^(?:Product|ProductGroup|ProductCollection|Offer|AggregateOffer|SoftwareApplication|WebApplication|MobileApplication|Vehicle|Car|Book)$/;
const list = /^(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage|Blog|OfferCatalog)$/;
const place =
  /^(?:LocalBusiness|Service|ProfessionalService|Hotel|Restaurant|Store|Place|MedicalBusiness|Dentist|LegalService|Attorney|JobPosting|Event|Course|AboutPage|ContactPage|HomeAndConstructionBusiness|Plumber|Electrician)$/;

export function typedByData(document: Document): TypedByData {
  const found = { articles: 0, dated: 0, forum: false, product: false, list: false, place: false };
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
        found.place ||= place.test(name);
      }
    }
    found.dated += text.match(/"datePublished"\s*:/g)?.length ?? 0;
  }
  return found;
}
