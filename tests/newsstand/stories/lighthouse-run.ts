// A race round a headland: the earlier report is not archived, its later reprint is.

import { edited, headline, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'runners',
  alt: 'Runners strung out along a headland with a lighthouse',
  caption: 'The field on the last climb to Kestrel Head, half an hour before the fog.',
  credit: 'Dee Marlowe / Quay Post',
  licence: 'CC BY-SA 4.0',
};

export const raceReport: Copy = {
  headline: 'Won by a foghorn: the strangest Lighthouse Run in years',
  standfirst:
    'Two hundred runners lost sight of the course and of each other. A postwoman did not.',
  body: [
    'The 38th Kestrel Head Lighthouse Run was won on Sunday by Agnes Quillfeather, a postwoman from Lower Saltmere, who covered the 21 kilometres in one hour, 24 minutes and eleven seconds and for the last six of them could not see her own feet.',
    'The fog came in at twenty to eleven. From the finish it looked, witnesses said, as if someone had drawn a curtain along the cliff: first the flags went, then the marshals, then the leader, the Hallgate student Ossian Vey, who was three minutes ahead and running beautifully towards the wrong headland.',
    'Vey is 22 and had never raced here. He followed what he took for the sound of the crowd and was in fact the seal colony at Pinder’s Gap. When a marshal found him, he had added two kilometres and gone through a gate. He finished 41st, and was cheered as though he had won.',
    'Quillfeather has delivered the post along the Head for sixteen years. “I know it by the stiles,” she said afterwards, wrapped in a tablecloth because the blankets had gone to the other tent. “There are nine, and the seventh one wobbles. If it wobbles you turn left and go for the foghorn.”',
    'Behind her the race came apart in a friendly way. Groups of ten and twelve held hands down the Chapel Steps. A man from Orrinford who had never met her carried Minna Sorrel, 77, over the stream, and she carried his glasses. Nobody was hurt. The lifeboat launched twice as a precaution and brought back one dog.',
    'The men’s prize went to the plumber Idris Kane, in 1:29:40, his fourth in seven years. The course record, held since 2011 by Quillfeather’s sister, was never in danger and was toasted all the same.',
    'The organisers were asked whether they should have stopped it. Race director Bo Lanyon said that by the time anyone could have decided to, the runners were out of reach of any signal except the one that had been going since 1884. “We have a very good foghorn,” he said. “I admit we had not thought of it as an official.”',
    'Next year the stiles will be numbered. The seventh, by request of the winner, will not be mended.',
  ],
};

export const lighthouseRun: Story = {
  slug: 'lighthouse-run',
  about: 'A race is run in fog.',
  versions: [
    {
      id: 'lighthouse-run/quay',
      outlet: 'quay',
      path: '/2025/05/18/won-by-a-foghorn/',
      section: 'sport',
      copy: raceReport,
      authors: ['Dee Marlowe'],
      published: '2025-05-18T16:20:00Z',
      picture,
      related: ['dredging-vote/quay', 'bell-foundry/quay'],
      expect: {
        verdict: 'earliest',
        relatedTo: 'lighthouse-run/vallis',
        note: 'Not archived itself; the archive holds only a reprint of two days later.',
      },
    },
    {
      id: 'lighthouse-run/vallis',
      outlet: 'vallis',
      path: '/sport/2025-05-20/postwoman-wins-in-fog.html',
      section: 'sport',
      copy: edited(
        raceReport,
        headline('Postwoman wins coastal race in thick fog'),
        standfirst('A report from Kestrel Head, where the leader ran to the seals.'),
      ),
      authors: ['Dee Marlowe'],
      published: '2025-05-20T07:30:00+02:00',
      picture,
      creditLine: 'From the Quay Post.',
      archived: 'as-is',
      related: ['night-train/vallis', 'court-river/vallis'],
      expect: {
        verdict: 'original',
        note: 'A reprint that is the archive’s only version: the archive cannot know of the earlier page.',
      },
    },
  ],
};
