// A strike on the quay ends: the newspaper's report, a late copy of an archived copy, and an edited one.

import { drop, edited, headline, replace, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'picket',
  alt: 'People with banners on a quay in front of a moored ship',
  caption: 'Pickets at the Long Quay on the nineteenth day, a few hours before the settlement.',
  credit: 'Ben Aldous / Harbour Gazette',
};

export const report: Copy = {
  headline: 'Strike on the Long Quay ends after nineteen days with a clock',
  standfirst:
    'Linesmen and loaders win a fixed end to the night shift. Both sides say they could have had it in the first week.',
  body: [
    'The strike that has kept the Long Quay shut since 5 June ended on Tuesday afternoon with a handshake, a four-page agreement and the promise of a clock.',
    'The 214 linesmen and loaders of the Saltmere Stevedoring Company will go back to work on Thursday. In future a night shift ends at six in the morning, ship or no ship, and every hour beyond it has to be asked for and paid at double rate. A clock that both sides can see will be put up on the gable of the weigh-house. The old one stopped in 1993.',
    '“It sounds like nothing,” said Halina Drozd, who led the talks for the Union of Port Trades. “Ask anyone who has stood on a wet quay at a quarter past eight with a child to take to school whether it is nothing.”',
    'Until now a shift has lasted as long as the ship. The company’s own figures, which it published only on the twelfth day, show that one night in three ran over, by two hours and ten minutes on average. Two loaders were injured in April in the eleventh hour of a shift; one of them, Emeka Stroud, has lost the use of a hand.',
    'Managing director Konrad Vail said the company had never disputed that the nights were too long, merely who should say so. He put the cost of the strike at 3.2 million marks. Seven ships went to Hallgate instead, and one, with bananas, waited.',
    'The settlement was brokered by Mother Agathe Lund, the port chaplain, who had shut the two delegations in the net loft on Monday evening with a pot of pea soup and without their telephones. She would not say what had been discussed. The soup, she allowed, had been eaten by eleven.',
    'Not everyone is content. Casual workers, about ninety of them, are outside the agreement and were not in the loft. Their spokesman, Deniz Farrow, said they would be on the quay on Thursday with everyone else and would look at the clock with interest.',
    'Fishmongers on the inner harbour, who had been without ice since the tenth, reported on Tuesday evening that it was already being shovelled.',
  ],
};

const syndicated = edited(report, headline('Nineteen-day strike at Saltmere’s Long Quay is over'));

const rewritten = edited(
  report,
  headline('What nineteen days bought: the Long Quay goes back to work'),
  standfirst('A shift that ends, and a clock to prove it.'),
  replace(
    'ended on Tuesday afternoon with a handshake, a four-page agreement and the promise of a clock',
    'is over: there has been a handshake, there are four pages, and there is to be a clock',
  ),
  replace('The old one stopped in 1993.', 'Its predecessor gave up in 1993 and was never mourned.'),
  replace(
    'In future a night shift ends at six in the morning, ship or no ship, and every hour beyond it has to be asked for and paid at double rate.',
    'From now on the night ends at six, whatever is still in the hold, and each further hour must be requested and costs the company double.',
  ),
  drop(
    'She would not say what had been discussed. The soup, she allowed, had been eaten by eleven.',
  ),
  replace(
    'He put the cost of the strike at 3.2 million marks.',
    'The strike cost 3.2 million marks by his reckoning and rather less by the union’s.',
  ),
  replace('Not everyone is content.', 'There are those who are not content.'),
  replace(
    'Fishmongers on the inner harbour, who had been without ice since the tenth, reported on Tuesday evening that it was already being shovelled.',
    'By evening the fishmongers of the inner harbour had ice again, the first since the tenth.',
  ),
);

export const ferryStrike: Story = {
  slug: 'ferry-strike',
  about: 'A strike on a quay is settled.',
  versions: [
    {
      id: 'ferry-strike/harbour',
      outlet: 'harbour',
      path: '/port/2025/06/24/strike-on-the-long-quay-ends',
      section: 'port',
      copy: report,
      authors: ['Peter Halloran'],
      published: '2025-06-24T18:10:00Z',
      picture,
      archived: 'as-is',
      related: ['dredging-vote/harbour', 'ferry-crew/harbour'],
      expect: {
        verdict: 'original',
        note: 'The report where it first appeared; a later copy is archived too.',
      },
    },
    {
      id: 'ferry-strike/northline',
      outlet: 'northline',
      path: '/2025/06/25/long-quay-strike-over',
      section: 'economy',
      copy: syndicated,
      authors: ['Peter Halloran'],
      dateline: 'SALTMERE',
      published: '2025-06-25T05:00:00Z',
      picture,
      creditLine: 'Supplied by the Harbour Gazette.',
      archived: 'as-is',
      related: ['ferry-crew/northline', 'court-river/northline'],
      expect: {
        verdict: 'copy',
        note: 'Archived at this very address, yet a copy: the archive has an earlier one elsewhere.',
      },
    },
    {
      id: 'ferry-strike/quay',
      outlet: 'quay',
      path: '/2025/06/26/strike-over/',
      section: 'news',
      copy: edited(report, headline('Strike over! Long Quay back on Thursday')),
      authors: ['Peter Halloran'],
      published: '2025-06-26T09:00:00Z',
      picture,
      creditLine: 'Via Northline and the Harbour Gazette.',
      related: ['ferry-crew/quay', 'dredging-vote/quay'],
      expect: {
        verdict: 'copy',
        note: 'A copy of which the archive knows two earlier ones: the first is named.',
      },
    },
    {
      id: 'ferry-strike/meridian',
      outlet: 'meridian',
      path: '/labour/what-nineteen-days-bought',
      section: 'labour',
      copy: rewritten,
      authors: ['Peter Halloran', 'Salome Brandt'],
      published: '2025-06-27T06:30:00Z',
      picture,
      creditLine: 'Adapted from the Harbour Gazette.',
      related: ['school-meals/meridian', 'ferry-crew/meridian'],
      expect: { verdict: 'edited', note: 'The report adapted: sentences rewritten, two dropped.' },
    },
  ],
};
