// A moth comes back: a magazine's story, an agency's short cut and a third outlet's own report.

import { edited, headline, insert, shorten, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'moth',
  alt: 'A large grey and rose moth with spread wings on a pale ground',
  caption: 'The fen sallow, photographed alive on a bedsheet at Withy Lode and released.',
  credit: 'Wren Ashdown',
  licence: 'CC0 1.0',
};

export const feature: Copy = {
  headline: 'Back from the dead, on a bedsheet',
  standfirst:
    'The fen sallow was declared extinct in 1961. In May, eleven of them came to a lamp at Withy Lode, and one sat on the county recorder.',
  body: [
    'The moth that did not exist landed at 23.14 on 9 May, on a double bedsheet, beside a lamp that its owner had nearly left in the shed. It was the size of a postage stamp, grey along the front edge of the wing and rose along the back, and Hester Pym, who has recorded the moths of the county since 1987, thought for some seconds that somebody was playing a joke.',
    'The fen sallow was last seen in Velmark in 1961. Two of that year’s specimens are in a drawer of the museum in Hallgate, above a label in violet ink. The reeds they came from were drained in the following spring for sugar beet, and in 1970 the species was struck off the list.',
    '“I did what one does,” said Pym. “I put a jar over it, sat down in the wet grass and counted my own breaths. Then a second one came. By two in the morning I had run out of jars.”',
    'There were eleven. She photographed each of them, took one leg from one of them for the laboratory and let them go at dawn. Last week the university confirmed what the wings had said. The eleven are not strays from across the sea: their genes lie closer to the two in the drawer than to any moth now flying.',
    '## Where had they been?',
    'The answer seems to be: in a ditch. Withy Lode was bought by a farmers’ trust in 2009 and allowed to flood again, but four kilometres to the east there is a drain which was too crooked for the machines of 1962. Along its bank runs a strip of reed 30 metres wide. Nobody had ever put a lamp there, since to reach it one must cross two farms and a bull.',
    'For sixty years, it appears, a few dozen moths lived and died in that strip, in a patch no bigger than a school playground. When the lode grew reeds once more, they moved. It took them fourteen years to cross the four kilometres.',
    '“Everybody asks me what we did to bring it back,” said Tom Averill, who farms the land beside the drain and whose father had refused to straighten it. “We did nothing. My dad couldn’t stand the contractor.”',
    'The trust now plans a corridor of wet ground along the old line, and has asked the county for the price of a footbridge. The bull has been offered another field.',
    'Pym will be back with her sheet in September, when there ought to be a second brood. She has bought more jars. At the museum they have unlocked the drawer, for the first time in years, to change one word on a label, and found that the man with the violet ink had left room for it.',
  ],
};

const notice = edited(
  feature,
  headline('Moth thought extinct since 1961 found alive'),
  standfirst('Eleven fen sallows came to a lamp in a restored wetland.'),
  shorten(4),
  insert(4, 'The full story is in the June issue of Fenland & Tide.'),
);

const courierReport: Copy = {
  headline: 'Valley museum lends cabinet for returned fen moth',
  standfirst: 'A glass case from Oberau will stand in Hallgate from July.',
  body: [
    'It weighs 90 kilograms, has forty shallow drawers of pear wood and was made by a joiner in Oberau who had never seen the sea. On Friday the cabinet in which the valley kept its butterflies for a century left on the back of a fruit lorry, packed in horse blankets.',
    'The natural history museum in Hallgate had asked for it. Since word went round that a moth long given up for lost is breeding in the eastern fens, its single insect room has had more visitors in three weeks than in the three years before, and the old display case has a cracked pane.',
    '“They rang and asked whether we had anything grander,” said Rosalind Egger, who looks after the collections in Oberau in the afternoons and sells stamps in the mornings. “I told them that we have nothing else but grand. It is the insects we are short of.”',
    'The loan is for two years. In return, Hallgate is sending a stuffed heron, a set of botanical prints and a student, who will go through the valley’s own boxes and see what has been overlooked. Many of the labels were written by a priest who gave Latin names to his cats.',
    'Nobody expects a sensation. But the student, Ilario Benn, points out that the last person to check the alpine owlets properly retired in 1978, and that lamps have improved since then. He has asked for volunteers with bedlinen they do not mind losing.',
    'Fourteen people came to the first evening, at the sawmill meadow, with nine sheets, two duvet covers and a flag. They stayed until one in the morning. The catch was modest and entirely ordinary, said Benn, who wrote down every name of it with evident happiness.',
    'The next lamp night is on 28 June, weather permitting. The flag has been asked to come back.',
  ],
};

export const mothSurvey: Story = {
  slug: 'moth-survey',
  about: 'A moth that was thought extinct is found again.',
  versions: [
    {
      id: 'moth-survey/fenland',
      outlet: 'fenland',
      path: '/wild/back-from-the-dead-on-a-bedsheet',
      section: 'wild',
      copy: feature,
      authors: ['Wren Ashdown'],
      published: '2025-06-12',
      picture,
      archived: 'as-is',
      related: ['glacier-lake/fenland', 'dredging-vote/fenland'],
      expect: { verdict: 'original', note: 'The magazine’s feature where it first appeared.' },
    },
    {
      id: 'moth-survey/northline',
      outlet: 'northline',
      path: '/2025/06/13/fen-sallow-found',
      section: 'science',
      copy: notice,
      authors: ['Wren Ashdown'],
      dateline: 'WITHY LODE',
      published: '2025-06-13T10:00:00Z',
      picture,
      creditLine: 'Text: Fenland & Tide.',
      related: ['court-river/northline', 'ferry-crew/northline'],
      expect: { verdict: 'excerpt', note: 'The first four paragraphs of the magazine’s feature.' },
    },
    {
      id: 'moth-survey/vallis',
      outlet: 'vallis',
      path: '/valley/2025-06-21/cabinet-for-a-moth.html',
      section: 'valley',
      copy: courierReport,
      authors: ['Matteo Krell'],
      dateline: 'Oberau',
      published: '2025-06-21T09:00:00+02:00',
      picture: {
        scene: 'village',
        alt: 'A mountain village with a church and a small museum',
        caption: 'Oberau, from where the cabinet set out on Friday.',
        credit: 'Matteo Krell / Vallis Courier',
      },
      related: ['night-train/vallis', 'glacier-lake/vallis'],
      expect: {
        verdict: 'no-match',
        relatedTo: 'moth-survey/fenland',
        note: 'A story around the same find, written independently.',
      },
    },
  ],
};
