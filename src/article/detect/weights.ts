// What each mark weighs in the verdict: log odds that the page is an article.
//
// Logistic regression on the half of the pages of WCXB that falls to development (by registrable
// host, seeded hash; 355 articles, 281 others), L2 0.5. The sign of every mark was set beforehand by
// what it means, and marks that came out below 0.1 were dropped, so that none weighs by accident.
// `npm run bench -- extract` reports both halves.

export const firstWeights: Readonly<Record<string, number>> = {
  dataArticle: 2.07,
  ogArticle: 0.73,
  metaAuthor: 0.42,
  addressStory: 0.96,
  addressDated: 1.03,
  addressBlog: 1.64,
  addressLong: 1.73,
  singleClass: 0.65,
  oneArticle: 0.99,
  headlineLong: 0.46,
  headlineIsTitle: 0.14,
  datedNear: 0.95,
  signedNear: 0.78,
  longestRun: 1.45,
  sentences: 1.27,
  comments: 1.21,
  bylineClass: 0.54,
  dataForum: -0.82,
  dataProduct: -0.17,
  addressFront: -0.61,
  addressList: -0.39,
  addressDocs: -0.71,
  addressForum: -1.53,
  addressShop: -0.72,
  addressService: -1.1,
  forumSoftware: -0.45,
  docsSoftware: -0.99,
  shopSoftware: -0.63,
  headlineLinked: -0.66,
  ours: -1.14,
  linksBesideProse: -1.18,
  times: -0.37,
  forms: -0.73,
  buttons: -0.57,
  code: -1.32,
  pages: -0.66,
  replies: -0.85,
  users: -1.0,
  bias: -2.35,
};

/** What the marks of many voices can take away at most: `replies` and `users` at 1. */
export const mostOfVoices = -((firstWeights['replies'] ?? 0) + (firstWeights['users'] ?? 0));

/** The first look errs towards yes: a false yes costs one reading, and the second look decides. */
export const firstThreshold = -1;
/** Without running text and without a word of its own a page must show more. */
export const unfilledThreshold = 1;

/** Log odds that the page is an article. */
export function weigh(
  marks: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): number {
  let sum = weights['bias'] ?? 0;
  for (const [name, value] of Object.entries(marks)) sum += value * (weights[name] ?? 0);
  return sum;
}
