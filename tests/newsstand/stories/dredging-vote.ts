// A council vote on dredging: the newspaper's report, a rewritten reprint and a magazine that adds to it.

import { drop, edited, headline, insert, replace, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'dredger',
  alt: 'A dredger with a raised boom beside harbour cranes at dusk',
  caption: 'The dredger Patience at work off the Coal Steps during the trial in January.',
  credit: 'Ben Aldous / Harbour Gazette',
  licence: 'CC BY-SA 4.0',
};

export const report: Copy = {
  headline: 'Council votes by one to deepen the harbour, and puts the mud question off',
  standfirst:
    'After seven hours and two recesses, Saltmere will dredge its channel to eleven metres. Where 1.9 million tonnes of silt will go is to be decided in June.',
  body: [
    'Saltmere’s council voted by 22 to 21 on Monday night to deepen the harbour channel to eleven metres, ending an argument that has outlasted three mayors and begun another about what to do with the mud.',
    'The decision clears the way for a 64-million-mark contract and, its supporters say, for the larger container feeders that have been going to Hallgate since 2021. Work could start in October, when the herring have moved off the inner banks.',
    'The vote turned on Councillor Brid Kessler of the Ward Independents, who had been counted among the opponents until shortly before midnight. She told the chamber that she had changed her mind on the harbour and not on the silt. “I can vote for a deeper channel,” she said. “I cannot vote for a heap with no address.”',
    'Her amendment, carried by the same single vote, forbids any digging until the council has approved a place for the spoil. The engineers put it at 1.9 million tonnes, enough to bury the old town to the height of the letterboxes.',
    'Two sites are in the running. One is a disused clay pit at Marl End, eight kilometres inland and next to a primary school. The other is the Skerry Deep, a trench outside the bay in which the city dumped ash until 1974 and which has since become, to the surprise of everyone, the best place on the coast to see porpoises.',
    'Mayor Aurelio Tamm, who had staked his second term on the plan, called the result “a good night for anyone who has ever waited for a ship”. He said that a survey of both sites would be published in full, including the parts that nobody would like.',
    'The survey of 2019 was not. Three of its nine chapters were withheld until last year, when a court ordered their release. They showed mercury in the sediment off the Coal Steps at up to four times the level at which it must be treated as waste.',
    'That chapter was read aloud on Monday by Perpetua Lowe, who sells fish on the quay and had queued since two in the afternoon for one of the forty public seats. She was given three minutes and used all of them. When the bell rang she had reached the second table.',
    'Dockers in the gallery applauded the vote and then, rather to their own surprise, Mrs Lowe. The council meets again on 2 June.',
  ],
};

const rewritten = edited(
  report,
  headline('One vote in it: harbour to be deepened, mud to be argued about'),
  standfirst('Seven hours, two breaks and a fishmonger with three minutes.'),
  replace('ending an argument that has outlasted', 'settling a row that has outlived'),
  replace('The decision clears the way for', 'That opens the door to'),
  replace('had been counted among the opponents', 'had been listed with the opponents'),
  drop('Work could start in October, when the herring have moved off the inner banks.'),
  replace(
    'enough to bury the old town to the height of the letterboxes',
    'enough, by one estimate, to bury the old town knee-deep',
  ),
  replace(
    'has since become, to the surprise of everyone,',
    'has turned, to general surprise, into',
  ),
  replace(
    'She was given three minutes and used all of them.',
    'She got three minutes and used every one.',
  ),
  replace(
    'The council meets again on 2 June.',
    'The council is back on 2 June. The Quay Post will be there, with sandwiches.',
  ),
);

export const withNotes = edited(
  report,
  headline('What lies under the Coal Steps: Saltmere’s vote, with our notes'),
  standfirst(
    'The Harbour Gazette’s report in full, and what the survey’s three late chapters say about porpoises, mercury and marl.',
  ),
  insert(
    9,
    '## What the chapters say',
    'We read the three chapters that were missing in 2019, all 212 pages, so that readers on this coast need not. Chapter four is the one that Mrs Lowe held up. It rests on 38 cores, of which 11 came from the strip between the Coal Steps and the old gasworks, and in those 11 the mercury sits in a grey band about a hand’s breadth thick, some two metres down. It has been there since the felt mills closed. Left alone, it stays where it is.',
    'Chapter five asks what happens when it is not left alone. The answer depends on the dredger. A suction head lifts the band in one piece and loses little; a bucket chain lets a part of every scoop run back, and the authors reckon with three to nine kilograms of mercury returned to the water over one winter. The contract that was approved on Monday does not say which of the two is to be used.',
    '## The porpoises',
    'Chapter seven is about the Skerry Deep, and it is the reason for the magazine’s interest. Hydrophones that were set out for a different purpose recorded harbour porpoises on 301 of 365 days, with calves from June. The authors think that sand eels came first, into the ash, and the porpoises after the eels. To cover the trench with silt would take it from both for a decade, perhaps for two.',
    'None of this decides the matter. The marl pit has its school, and a lorry every four minutes for three years is not nothing either. But a survey can be read before a vote as well as after it, and in June there will be no chapter left to hold back.',
  ),
);

export const dredgingVote: Story = {
  slug: 'dredging-vote',
  about: 'A city council decides to deepen its harbour.',
  versions: [
    {
      id: 'dredging-vote/harbour',
      outlet: 'harbour',
      path: '/city/2025/03/11/council-votes-by-one-to-deepen-the-harbour',
      section: 'city',
      copy: report,
      authors: ['Nadia Okafor-Lind', 'Peter Halloran'],
      published: '2025-03-11T01:30:00Z',
      modified: '2025-03-11T07:05:00Z',
      picture,
      archived: 'as-is',
      related: ['ferry-strike/harbour', 'school-meals/harbour'],
      expect: { verdict: 'original', note: 'The newspaper’s own report from the council chamber.' },
    },
    {
      id: 'dredging-vote/quay',
      outlet: 'quay',
      path: '/2025/03/12/one-vote-in-it/',
      section: 'news',
      copy: rewritten,
      authors: ['Cass Ibarra'],
      published: '2025-03-12T08:10:00Z',
      picture,
      creditLine: 'With reporting by the Harbour Gazette.',
      related: ['ferry-crew/quay', 'lighthouse-run/quay'],
      expect: {
        verdict: 'edited',
        note: 'The Gazette’s report touched up: a sentence dropped, one added, words changed throughout.',
      },
    },
    {
      id: 'dredging-vote/fenland',
      outlet: 'fenland',
      path: '/coast/what-lies-under-the-coal-steps',
      section: 'coast',
      copy: withNotes,
      authors: ['Nadia Okafor-Lind', 'Peter Halloran', 'Oriel Stenmark'],
      published: '2025-03-20',
      picture,
      creditLine:
        'The first part was published by the Harbour Gazette on 11 March 2025 and appears here by permission.',
      related: ['glacier-lake/fenland', 'moth-survey/fenland'],
      expect: {
        verdict: 'contains',
        note: 'The Gazette’s whole report with four paragraphs of notes after it.',
      },
    },
  ],
};
