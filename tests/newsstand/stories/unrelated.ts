// Stories that nobody else has: a night train and a bell foundry. Nothing may be claimed about them.

import type { Copy, Story } from '../types.ts';

const nightTrain: Copy = {
  headline: 'The 22.40 gets its beds back',
  standfirst:
    'From September the valley has a night train to the coast again, with eleven compartments and a man who makes toast.',
  body: [
    'Matilde Corso had packed her own sheet. On the trial run of the new night train from Oberau to Saltmere last weekend she was the first passenger to board and, being 83, the only one who had also been on the last, in the winter of 1999.',
    '“It smelled better then,” she said when she had inspected her compartment. “But the window opens, and that is the main thing.”',
    'The 22.40 is to run three times a week from 1 September. It has four sleeping cars that were built for a different country, found in a siding and repainted in valley blue; a fifth is being cut up for parts. There are eleven compartments with two beds each, two with one, and a car with seats that lean back as far as seats ever do.',
    'A bed will cost 49 marks, a little more than the day train and a good deal less than a room at the coast. Valley Railways has worked out that it needs 19 sleepers a night to break even. On the trial run there were 31, though nine were engineers and one was this reporter.',
    'The line is 312 kilometres long, and by day it takes five hours. The night train takes nine, since nobody wants to arrive at a quarter to four. It waits instead for two hours at Reed, on a loop beside the river, with its lights off. One hears frogs.',
    'At half past six Severin Boll comes down the corridor with toast. He was a pastry cook before he was a guard and has been allowed to bring his own butter. Whether he can be kept on depends on the subsidy, which the cantonal parliament has granted until 2028.',
    'Some think it money badly spent. The deputy Rainer Voss reckons that each bed will be supported with 37 marks and that one might as well give out pillows. The chamber of commerce disagrees; it has counted 4,000 trips a year that are now made by car, at night, by people who have to be somewhere in the morning.',
    'In Saltmere, the train drew in eleven minutes early. Mrs Corso folded her sheet, looked at the sea for a while and asked when it went back.',
  ],
};

const bellFoundry: Copy = {
  headline: 'The last people who can make a bell go wrong on purpose',
  standfirst: 'Inside the Gable Lane foundry, where imperfection takes seven weeks.',
  body: [
    'You hear Gable Lane before you find it. Behind the tyre shop, past a gate with no sign, somebody is hitting something very large with a rubber hammer, listening, and not liking it.',
    'That somebody is Philippa Stranraer, and the something is a bell for a school in Hallgate that weighs as much as a small car. She is a tuner, one of four left in the country. Her job is to shave metal from the inside of bells until they are right. Then, if the customer has paid for it, she makes them slightly wrong.',
    '“A perfect bell sounds like a telephone,” she says. “It gets on your nerves within a week. The old ones have a wobble, because the clay was lumpy. People think they are hearing age. What they are hearing is lumps.”',
    'So the lumps are put back. On a bench by the window lie eleven scrapers, each with somebody’s initials burned into the handle, the oldest from 1840. Stranraer picks one, takes off a curl of bronze no thicker than an apple peel, knocks again. The note divides in two, like a voice with a cold. She nods. That is the wobble.',
    'Casting takes an afternoon. Everything else takes seven weeks: the core of loam and goat hair, the wax letters, the drying, the pit. The foundry pours on the first Friday of the month, and neighbours have learned to bring a chair. In May there were forty of them, and an ice cream van.',
    'The order book is full until 2027, which nobody here expected. Four years ago the owners had a buyer for the yard and a date for the auction. Then the school in Hallgate rang. It had a bell tower, the head teacher said, and a recording, and the children had voted against the recording.',
    'Two apprentices started in January. One is nineteen and came from a music college; the other is 52 and came from the tyre shop. Both can already hear the difference between a bell that is wrong and one that is wrong enough. It is not something that can be written down, says Stranraer, and hands one of them the hammer.',
    'The bell goes to Hallgate in August. It will be rung by whoever is last in.',
  ],
};

export const nightTrainStory: Story = {
  slug: 'night-train',
  about: 'A night train returns to a valley.',
  versions: [
    {
      id: 'night-train/vallis',
      outlet: 'vallis',
      path: '/transport/2025-07-07/the-2240-gets-its-beds-back.html',
      section: 'transport',
      copy: nightTrain,
      authors: ['Matteo Krell'],
      dateline: 'Oberau',
      published: '2025-07-07T05:30:00+02:00',
      picture: {
        scene: 'train',
        alt: 'A night train with lit windows crossing a viaduct under stars',
        caption: 'The trial run on the Reed viaduct, shortly after midnight.',
        credit: 'Matteo Krell / Vallis Courier',
        licence: 'CC BY-SA 4.0',
      },
      related: ['court-river/vallis', 'lighthouse-run/vallis'],
      expect: { verdict: 'no-match', note: 'A story of its own that no archive has.' },
    },
  ],
};

export const bellFoundryStory: Story = {
  slug: 'bell-foundry',
  about: 'A foundry tunes bells.',
  versions: [
    {
      id: 'bell-foundry/quay',
      outlet: 'quay',
      path: '/longreads/bell-foundry/',
      section: 'longreads',
      copy: bellFoundry,
      authors: ['Cass Ibarra'],
      published: '2025-07-02T11:00:00Z',
      picture: {
        scene: 'bell',
        alt: 'A large bronze bell hanging in a workshop',
        caption: 'Number 2,118, two curls of bronze from finished.',
        credit: 'Cass Ibarra / Quay Post',
      },
      related: ['lighthouse-run/quay', 'school-meals/quay'],
      expect: { verdict: 'no-match', note: 'A feature of its own that no archive has.' },
    },
  ],
};
