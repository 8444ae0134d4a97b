// A judgment on a river: two outlets with one pool report on one day, and a third that was in court itself.

import { edited, headline } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'river',
  alt: 'A river bending through low hills in evening light',
  caption:
    'The Orrin above the paper mill at Tannhof. Below it, the court found, the river “has been used as a pipe”.',
  credit: 'Yusra Bell / Openframe',
  licence: 'CC BY 4.0',
};

export const poolReport: Copy = {
  headline: 'Court lets a river sue the mill that warmed it',
  standfirst:
    'Judges in Orrinford say that the Orrin may go to law through a guardian. The paper company has a month to appeal.',
  body: [
    'The river Orrin may sue the paper company whose mill has warmed its water since 1968, the Administrative Court in Orrinford ruled on Thursday, in the first judgment in Velmark that treats a river as a party rather than as a place.',
    'The five judges were unanimous that the river has “an interest of its own in being a river” and that a guardian may speak for it. They were divided, by three to two, on how far that interest reaches. It covers the temperature and the flow of the water, the majority held. It does not cover the view.',
    'The case was brought by the villages of Tannhof, Lower Tannhof and Reed, whose own complaint failed in 2022 because no villager could show a loss. Anglers had stopped coming, but anglers are not a class of person known to the law. The villages then put a new question: if nobody has been harmed enough to be heard, who has?',
    'Presiding judge Benedikta Rohm read the answer for 50 minutes. “The law knows ships, foundations and estates of the dead,” she said. “It has never found it strange that something without a mouth should have a voice.”',
    'The mill at Tannhof draws 2.1 cubic metres of water a second to cool its dryers and returns it nine degrees warmer. Trout need less than 19 degrees. On 44 days of last summer the gauge at Reed stood higher.',
    'The company, Tannhof Papier, said that it had kept to its permit on every one of those days, which is not in dispute. Its lawyer, Gerolt Span, told reporters on the steps that a permit would be worth nothing if those it had never named could set it aside. “Tomorrow a cloud will be at the door,” he said.',
    'The judgment does not close the mill, where 310 people work. It sends the case back to a lower chamber, which has to hear the guardian, the biologist Amira Solvang, before the permit is renewed in December. She had brought a thermometer to court and was asked to leave it at the door.',
    'In Tannhof the bells were rung at noon, as they are on most days. The mayor, Ute Gessner, said that nobody wanted the mill gone. “We should like it to buy a cooling tower,” she said. “They are not even very ugly.”',
  ],
};

const meridianReport: Copy = {
  headline: 'Who speaks for the Orrin? A courtroom diary',
  standfirst: 'A verdict about water, heard in a room without windows.',
  body: [
    'Room 14 has no windows, so those of us who came to hear about a river spent the day looking at a radiator. It was on. Somebody had written “nine degrees” on the dust of its lid, and nobody had wiped it off by the time the bench filed in.',
    'There are sixty chairs. Fourteen went to the firm, whose people wore the same grey and passed the same bag of mints. The rest were filled by women from three villages who had hired a coach and packed as though for a pilgrimage, with eggs.',
    'What they wanted was simple to say and hard to file. Somewhere upstream a factory cools itself, legally, and somewhere downstream the trout go belly-up in August, also, it seems, legally. Two years ago a different bench told them kindly that they had suffered nothing. They went home and read. A retired postmistress found the idea in a book about shipwrecks.',
    'It is an old trick, in fact. Once a hull could be arrested for its debts, as if it had known what it was doing. If timber may be guilty, the postmistress argued, then water may be wronged.',
    'Shortly before eleven it became plain that three of the robed figures at least agreed with her. A hum went along the benches. One of the men in grey put down his mint. The chairwoman has a dry voice and reads without looking up; when she did look up, at the sentence on guardians, she looked at the radiator.',
    'Afterwards the company’s counsel spoke of clouds bringing lawsuits, and was filmed saying it from four angles. It is a good line. It is also, if one thinks about it, a fair summary of what weather has been doing to us lately.',
    'The guardian is a fish biologist with a cold. I asked her what her client would want. “To be sixteen degrees,” she said, and blew her nose, and went to retrieve her thermometer from a guard who had been reading it with interest.',
    'On the coach they ate the eggs.',
  ],
};

export const courtRiver: Story = {
  slug: 'court-river',
  about: 'A court allows a river to sue.',
  versions: [
    {
      id: 'court-river/vallis',
      outlet: 'vallis',
      path: '/courts/2025-04-17/court-lets-a-river-sue.html',
      section: 'courts',
      copy: poolReport,
      authors: ['Court Reporters’ Pool'],
      dateline: 'Orrinford',
      published: '2025-04-17',
      picture,
      archived: 'as-is',
      related: ['glacier-lake/vallis', 'ferry-crew/vallis'],
      expect: { verdict: 'original', note: 'A pool report as the archive has it, dated 17 April.' },
    },
    {
      id: 'court-river/northline',
      outlet: 'northline',
      path: '/2025/04/17/river-may-sue-mill',
      section: 'courts',
      copy: edited(poolReport, headline('River may sue mill, Velmark court rules')),
      authors: ['Court Reporters’ Pool'],
      dateline: 'ORRINFORD',
      published: '2025-04-17',
      picture,
      creditLine: 'Source: Court Reporters’ Pool.',
      related: ['ferry-crew/northline', 'moth-survey/northline'],
      expect: {
        verdict: 'copy',
        note: 'The same pool report on the same day: which page came first is not known.',
      },
    },
    {
      id: 'court-river/meridian',
      outlet: 'meridian',
      path: '/diary/who-speaks-for-the-orrin',
      section: 'diary',
      copy: meridianReport,
      authors: ['Jun Ferreira'],
      published: '2025-04-18T17:30:00Z',
      picture: {
        ...picture,
        caption: 'The Orrin, plaintiff, in a photograph that was entered as evidence.',
      },
      related: ['school-meals/meridian', 'ferry-crew/meridian'],
      expect: {
        verdict: 'no-match',
        relatedTo: 'court-river/vallis',
        note: 'A diary from the same courtroom, written independently.',
      },
    },
  ],
};
