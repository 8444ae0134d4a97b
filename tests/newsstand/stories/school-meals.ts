// Where the school-meal money went: an investigation, a copy that gives no date, and a follow-up that quotes it.

import { edited, headline, quoted, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'canteen',
  alt: 'Rows of plates and cups on long tables seen from above',
  caption: 'Lunch at the Marl End primary school, which buys its own potatoes.',
  credit: 'Teo Lindqvist / Openframe',
  licence: 'CC BY-ND 2.0',
};

export const investigation: Copy = {
  headline: 'The 11,000 lunches nobody ate',
  standfirst:
    'For four years Saltmere paid for school meals on days when the schools were shut. The invoices were in order. That was the trouble with them.',
  body: [
    'On Tuesday 27 December 2022, according to the books of the city of Saltmere, 1,340 children sat down to fish pie. It was the third day of the Christmas holidays. The schools were locked, the heating was off, and at the Marl End primary school the caretaker was repainting the dining hall.',
    'The fish pie was paid for. So were a goulash on Easter Monday, a vegetable bake on the day of the great flood and, in the summer of 2023, nine consecutive days of pancakes. The Meridian Dispatch has compared four years of invoices with the school calendar and found 11,216 meals that were ordered, delivered and signed for on days when there was nobody to eat them.',
    'At 4.85 marks a plate they cost 54,397 marks, which is a small sum in the budget of a city. It would have mended the roof of the gymnasium in Coal Street, whose pupils have been doing their exercises in the corridor since 2021.',
    'Nobody forged anything. Each invoice matches an order, each order matches a standing agreement, and the agreement, signed in 2019 with a caterer called Bright Table, says that meals are to be supplied “on weekdays”. It does not say “on school days”. When a clerk asked about it in 2020, she was told that the words had been chosen by the legal department. The legal department says that they came with the form.',
    '“It is the most honest swindle I have ever looked at, because no one in it is lying,” said Marguerite Osei, who audited city accounts for 26 years and now teaches others to. “The form wants weekdays. The kitchen gets an order, the lorry leaves, somebody signs for the crates at a locked gate. Everybody has done their job, and the pie goes in the skip.”',
    'It did not always go in the skip. Two drivers told us that from 2021 on they had taken the holiday crates to the seamen’s mission on Ropewalk Street, where as many as ninety people eat on a winter evening. They had not asked anyone. “What were we meant to do?” said one of them. “It was hot.”',
    'Bright Table said that it had delivered what was ordered, and that it would be glad to change two words. The city’s finance office at first disputed our count, then, on being given the list, corrected it upwards by 40.',
    'Alderman Piet Rosse, who chairs the schools committee, said he would ask for the money back. The mission’s warden, Sister Columba Field, said she would rather he asked for the pies.',
  ],
};

export const followUp: Copy = {
  headline: 'City to strike two words from school lunch contract',
  standfirst:
    'Committee agrees that “weekdays” will become “school days”. The seamen’s mission may keep its holiday dinners.',
  body: [
    'The schools committee took nine minutes on Wednesday to change the contract under which Saltmere has been buying lunch for empty dining halls, and an hour and a half to decide what should happen to the lunches.',
    'From the first of June the caterer Bright Table will cook on school days only. The finance office expects to save about 13,000 marks a year. Alderman Piet Rosse, in the chair, thanked the press for its arithmetic, and did not sound as though he had enjoyed it.',
    'The case was brought to light last week by The Meridian Dispatch, which had laid four years of invoices beside the school calendar. Its report put the matter in the words of a former auditor:',
    `> ${quoted(investigation, 4)}`,
    'Ms Osei was in the public seats on Wednesday and was invited to speak. She declined with a smile, saying that she had been quoted enough for one week.',
    'The longer debate was about Ropewalk Street. Two drivers had been taking the surplus to the seamen’s mission, against the letter of their instructions, and the committee had before it a motion to reprimand them and another, from Councillor Brid Kessler, to thank them. Both were withdrawn after the mission’s warden asked whether she might say something about soup.',
    'In the end it was agreed that the city would pay for sixty dinners on each day of the holidays, at the same price and from the same kitchen, this time on purpose. The vote was unanimous. The cost is roughly what has been saved.',
    'A caretaker who had come in case anyone asked about the gates was not called.',
  ],
};

export const schoolMeals: Story = {
  slug: 'school-meals',
  about: 'A city pays for lunches that nobody ate.',
  versions: [
    {
      id: 'school-meals/meridian',
      outlet: 'meridian',
      path: '/investigations/the-11000-lunches-nobody-ate',
      section: 'investigations',
      copy: investigation,
      authors: ['Jun Ferreira'],
      published: '2025-05-06T07:00:00Z',
      picture,
      archived: 'as-is',
      related: ['ferry-crew/meridian', 'court-river/meridian'],
      expect: { verdict: 'original', note: 'The investigation where it first appeared.' },
    },
    {
      id: 'school-meals/quay',
      outlet: 'quay',
      path: '/longreads/11000-lunches/',
      section: 'longreads',
      copy: edited(
        investigation,
        headline('Fish pie for no one: Saltmere’s 11,000 ghost lunches'),
        standfirst('The invoices were perfect. Nobody was hungry.'),
      ),
      authors: ['Jun Ferreira'],
      picture,
      creditLine: 'Published with The Meridian Dispatch.',
      related: ['dredging-vote/quay', 'bell-foundry/quay'],
      expect: {
        verdict: 'copy',
        note: 'The same text on a page that says no date at all: the order cannot be told.',
      },
    },
    {
      id: 'school-meals/harbour',
      outlet: 'harbour',
      path: '/city/2025/05/14/city-to-strike-two-words',
      section: 'city',
      copy: followUp,
      authors: ['Nadia Okafor-Lind'],
      published: '2025-05-14T18:45:00Z',
      picture: { ...picture, caption: 'A school dining hall in Saltmere, laid for pupils.' },
      related: ['dredging-vote/harbour', 'ferry-crew/harbour'],
      expect: {
        verdict: 'passages',
        relatedTo: 'school-meals/meridian',
        note: 'A report of its own that quotes one paragraph of the investigation.',
      },
    },
  ],
};
