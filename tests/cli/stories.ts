// Stories about invented towns for the command's tests, as saved articles and as pages.

const paragraphs = [
  'The clock in the tower of Alby stopped on Monday at noon, and the council has asked a watchmaker from Ellerby to look at it before the fair opens on Saturday morning.',
  'Nobody noticed until Thursday, when the baker, who rises at three, came late for the first time in a quarter of a century and found a queue around the well.',
  'Councillor Petra Lunde said the weights had not been oiled since the spring of 1994, when the last keeper moved in with his daughter on the far side of the lake.',
  'The watchmaker, Ruben Vik, told the council that a jackdaw had built its nest between the second and the third wheel, and that he would not touch it before June.',
  'Until then a boy from the choir will ring the hand bell of the school every quarter of an hour, for a fee of two loaves a day and his dinner on Sundays.',
];

const other = [
  'A ferry captain on Lake Orme has been asked to stop naming the waves, after passengers complained that he greeted the larger ones by the names of former mayors.',
  'The company wrote in a letter to its crews that a wave is not a person, and that announcements should be kept to landings, lifebelts and the price of coffee.',
  'The captain, Nils Aune, read the letter aloud on the evening boat and then welcomed a particularly steep wave as the author, to applause from the upper deck.',
];

function saved(title: string, date: string, body: readonly string[], url: string): string {
  return `${title}\n\n${date}\n\n${body.join('\n\n')}\n\nOriginal url:\n\n${url}\n`;
}

export const clockUrl = 'https://alby-gazette.example/2021/05/03/clock-tower-stops-in-alby-a101';
export const clock = saved('Clock Tower Stops in Alby', 'May 03, 2021', paragraphs, clockUrl);
/** The same text elsewhere, two days later. */
export const clockCopy = saved(
  'Alby Clock Falls Silent',
  'May 05, 2021',
  paragraphs,
  'https://lakeside.example/clock',
);
export const waves = saved(
  'Captain Told to Stop Naming Waves',
  'June 1, 2022',
  other,
  'https://orme-mail.example/waves',
);

/** The clock's story as a page of another outlet. */
export const clockPage = `<!doctype html><html lang="en"><head><title>Alby Clock Falls Silent</title>
<link rel="canonical" href="https://lakeside.example/2021/05/05/alby-clock-falls-silent">
<meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Alby Clock Falls Silent","datePublished":"2021-05-05T08:00:00Z","author":{"@type":"Person","name":"Ida Moss"},"publisher":{"@type":"Organization","name":"Lakeside Mail"}}</script>
</head><body><header><a href="/">Lakeside Mail</a></header><main><article><h1>Alby Clock Falls Silent</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;

export const frontPage = `<!doctype html><html lang="en"><head><title>Lakeside Mail</title>
<link rel="canonical" href="https://lakeside.example/"></head><body><h1>Lakeside Mail</h1>
${Array.from({ length: 20 }, (_, at) => `<article><h2><a href="/story-${at}">Story ${at}</a></h2><p>Short teaser ${at}.</p></article>`).join('\n')}</body></html>`;
