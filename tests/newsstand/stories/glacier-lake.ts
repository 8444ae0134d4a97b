// A lake under a glacier: a magazine story corrected after it was archived, and a reprint of the first form.

import { edited, headline, insert, replace } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'glacier',
  alt: 'A green lake below a glacier with ice floating in it',
  caption:
    'Lake Sorrel in late March, seen from the hut. The moraine that holds it back is on the left.',
  credit: 'Oriel Stenmark',
  licence: 'CC BY 4.0',
};

/** The story as it stood for its first two days. */
export const firstForm: Copy = {
  headline: 'The lake that was not there: how a valley learned to listen to its glacier',
  standfirst:
    'Lake Sorrel has doubled in nine years. Forty microphones and a retired organist now keep watch on the ridge of rubble that holds it.',
  body: [
    'On the map of 1998 there is no Lake Sorrel. There is a tongue of the Sorrel glacier, coloured white, and a dotted line that means “crevasses, keep left”. Today the tongue ends 1,100 metres further up, and where it lay there is a sheet of green water deep enough to hide a church.',
    'What holds the water is a moraine, a ridge of rubble which the ice pushed up when it was still growing. It is 34 metres high, it was built by nobody, and below it lie a road, a railway and 2,600 people.',
    '“A dam has a plan and an engineer you can telephone,” said Livia Castellan, a glaciologist at the University of Orrinford who has measured the lake since 2016. “This has neither. So we decided to ask the ridge itself how it was.”',
    'Since last summer, forty microphones have been buried along its crest. They hear what people cannot: pebbles settling, water finding a path, the slow complaint of ice that still lies inside the rubble and is melting there. Every night a computer sorts the sounds into families. Every morning a man in Oberau listens to those it could not place.',
    'He is Casimir Thoma, who is 71 and played the organ of the parish church for four decades. The project took him on after he had pointed out, at a public meeting, that two of the sounds described as random were in fact a fifth apart. “A pipe that is about to fail goes sharp,” he said. “I cannot say whether a mountain does. But I can tell you when it does what it did not do yesterday.”',
    'In January he marked a hum that came at four each afternoon and stopped at sunset. Divers found a spring the width of a wrist on the outer face, running clear. Clear is good; a spring that runs brown carries the ridge away with it. The valley lowered the lake by two metres all the same, through a pipe that army engineers had laid in eleven days.',
    'The lake grows by about 9 hectares a year. Dr Castellan’s group expects it to reach the rock on its northern side in 2034, after which it cannot grow further and the danger will begin to fall. Until then the pipe stays, and the microphones, and the organist.',
    'There are 47 such lakes in the range, most of them above places with fewer people and no organ. Three have microphones. A set costs about as much as a family car.',
    'Thoma gets up at five. He makes coffee, puts on his headphones and sits down at the window from which, on a clear day, he can see the lake’s outflow as a thread of white. He has been asked whether he is afraid. “I was afraid before,” he said, “when it was quiet.”',
  ],
};

/** As it stands now: two figures corrected, a sentence sharpened and a note added. */
export const corrected = edited(
  firstForm,
  headline('The lake that was not there: how a valley taught itself to hear its glacier'),
  replace(
    'Today the tongue ends 1,100 metres further up',
    'Today the tongue ends 700 metres further up',
  ),
  replace(
    'below it lie a road, a railway and 2,600 people',
    'below it lie a road, a railway, two schools and 3,900 people',
  ),
  replace(
    'Divers found a spring the width of a wrist on the outer face, running clear.',
    'Climbers found a spring the width of a wrist on the outer face, running clear.',
  ),
  replace(
    'expects it to reach the rock on its northern side in 2034',
    'expects it to reach the rock on its northern side between 2034 and 2041',
  ),
  insert(
    9,
    'Correction, 4 April: An earlier version of this story gave the glacier’s retreat as 1,100 metres and the number of people living below the lake as 2,600. The figures are 700 metres and 3,900 people. The spring was found by climbers. We regret the errors.',
  ),
);

export const glacierLake: Story = {
  slug: 'glacier-lake',
  about: 'A valley watches a lake that a melting glacier left behind.',
  versions: [
    {
      id: 'glacier-lake/fenland',
      outlet: 'fenland',
      path: '/water/the-lake-that-was-not-there',
      section: 'water',
      copy: corrected,
      authors: ['Oriel Stenmark'],
      published: '2025-04-02T08:00:00Z',
      modified: '2025-04-04T10:45:00Z',
      picture,
      archived: firstForm,
      related: ['moth-survey/fenland', 'dredging-vote/fenland'],
      expect: {
        verdict: 'changed',
        note: 'Corrected since it was archived: two figures, a few words and a note at the end.',
      },
    },
    {
      id: 'glacier-lake/vallis',
      outlet: 'vallis',
      path: '/valley/2025-04-03/the-lake-that-was-not-there.html',
      section: 'valley',
      copy: firstForm,
      authors: ['Oriel Stenmark'],
      published: '2025-04-03T06:00:00+02:00',
      picture,
      creditLine: 'Reprinted with kind permission of Fenland & Tide.',
      related: ['court-river/vallis', 'moth-survey/vallis'],
      expect: {
        verdict: 'copy',
        note: 'A reprint of the first form, errors and all: the same text as the archive’s version.',
      },
    },
  ],
};
