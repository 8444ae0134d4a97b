// A ferry's crew held across the strait: an agency report, its reprint, a short cut, a long read and two other reports.

import { edited, headline, quoted, shorten, standfirst } from '../text.ts';
import type { Copy, Picture, Story } from '../types.ts';

const picture: Picture = {
  scene: 'ferry',
  alt: 'A small white ferry crossing a strait under a pale morning sky',
  caption:
    'The Linnet on her usual crossing, photographed from the Saltmere breakwater last autumn.',
  credit: 'Mara Quill / Openframe',
  licence: 'CC BY 4.0',
};

export const report: Copy = {
  headline: 'Kessary holds nine crew of Saltmere ferry without charge, rights group says',
  standfirst:
    'The Open Door Committee says the men and women of the Linnet have not seen a lawyer since Saturday. Kessary calls it a routine inspection.',
  body: [
    'Border guards in the republic of Kessary are holding nine crew members of a passenger ferry from Saltmere and have refused them access to a lawyer for three days, the Open Door Committee said on Tuesday.',
    'The *Linnet*, a 41-metre ferry that makes the crossing twice a week, was boarded on Saturday evening while she lay alongside at Port Ansa with her engines stopped. Her 63 passengers were allowed to leave with their luggage after four hours. The crew were driven away in two vans without number plates, according to three passengers who spoke to Northline by telephone.',
    'The committee, which documents arrests on both shores of the strait, said it had established that at least six of the nine were being kept in a former customs school on the edge of the town. It has no information about the captain, Edda Marr, who is 58 and takes medicine for her heart.',
    '“These are deckhands, two cooks and an engineer who is due to retire in May,” said Lucian Abreu, the committee’s legal director. “Nobody has told their families what they are supposed to have done. Under Kessary’s own code of procedure a person may be held for 48 hours. That time ran out on Monday night.”',
    'Kessary’s border service denies that anyone has been arrested. In a statement of two sentences it said that the vessel was undergoing “a routine inspection of papers” and that the crew were “guests of the harbour administration” until it was complete.',
    'Relatives gathered on Monday outside the consulate in Saltmere, a narrow house on Ropewalk Street whose shutters stayed closed. Jonas Marr, the captain’s son, said he had rung the doorbell eleven times. “I brought her tablets in a paper bag,” he said. “A hand came out, took the bag, and the door shut. I do not know whether she has them.”',
    'Arrests of seafarers have become more common since Kessary declared a wider customs zone in November. The committee counts 31 people taken from fishing boats in that time, all of them released within a week, most after their owners had paid what the republic calls a mooring fee. No ferry had been touched until now.',
    'Saltmere’s port authority said that the two remaining ferries on the route would stay in harbour until further notice. About 400 people use the crossing in an ordinary week, many of them to visit hospitals or graves on the other side.',
    'Velmark’s foreign ministry said that it had asked for a consular visit and was waiting for a reply.',
  ],
};

const creditLine =
  'This report was first published by Northline and is reprinted under its agreement with member newspapers.';

export const reprint = edited(
  report,
  headline('Nine crew of Saltmere ferry held in Kessary without charge'),
);

const short = edited(
  report,
  headline('Ferry crew held for three days across the strait'),
  standfirst('Nine people from the Linnet have not seen a lawyer, says a rights group.'),
  shorten(4),
);

export const longRead: Copy = {
  headline: 'The price of a mooring: how a customs zone became a trap',
  standfirst:
    'Thirty-one fishermen were taken before the Linnet. Their owners paid and kept quiet. Six of them now talk.',
  body: [
    'The receipts are pink, and they are all for the same sum. Arvo Teck keeps his in a biscuit tin together with his late wife’s passport and the key of a boat he no longer owns. On each of them somebody has written, in a careful schoolroom hand, the words “mooring, voluntary”.',
    'Teck was stopped in the first week of December, eleven miles from a coast he could not see. He remembers that the officers were polite, that one of them was seasick, and that nobody would say what he had done. He was home in five days. It cost him 14,000 marks, which was everything the boat had earned since spring.',
    '## A quiet arrangement',
    'Over two months this newspaper spoke with six skippers, two insurers and a retired harbour clerk who all describe one arrangement. A vessel is stopped. A telephone number is handed over. A broker in a third country quotes a figure, and the figure is always a little less than a lawyer would cost. Those who pay sign a paper promising to say nothing. Those who hesitate are shown a calendar.',
    'That changed with the *Linnet*, which is not a fishing boat and whose owner is a public company. The first full account came from the agency Northline, which reported on the case this month in these words:',
    `> ${quoted(report, 2)}`,
    `> ${quoted(report, 6)}`,
    'The committee’s figure is certainly too low. Among the six skippers are two whom it had never heard of. Both had paid within a day, and both asked that neither their names nor the names of their boats be printed, since they still have to cross.',
    '## Follow the number',
    'The telephone number belongs to a company that rents meeting rooms. It was registered in October, three weeks before the zone was declared, by a man who gave his profession as choir conductor. He did not answer our letters. When we visited, the brass plate had been unscrewed and the holes were freshly filled.',
    'What the brokers sell is not freedom but speed. “You are buying the calendar back,” said one of the insurers, who has quietly begun to write the cost into his premiums. He compares it with a toll. It is paid because it is cheaper than the alternative, and because it is paid, it will be asked again.',
    'Arvo Teck sold the boat in February. On Sundays he walks to the end of the breakwater and counts the ferries that are not there.',
  ],
};

const courier: Copy = {
  headline: 'Valley engineer among crew missing in Port Ansa',
  standfirst: 'Family in Oberau waits for news of Ruben Aldo, who was to retire this spring.',
  body: [
    'The kitchen calendar in the Aldo family’s house in Oberau has a red circle around the ninth of May. That is the day on which Ruben Aldo, who is 64 and has looked after ships’ engines since he was a boy, meant to come home to the valley for good.',
    'On Sunday morning his wife Clea learned from a neighbour’s radio that his ferry had not come back. A passenger who got off in time later told her that uniformed men had asked for the engine-room log and then for the man who kept it. She has heard nothing since.',
    '“Ruben is not a political person,” she said at the table, under the calendar. “He once wrote to the railway about a bench. That is the only letter of complaint he ever sent, and he was right about the bench.”',
    'Mayor Ottilie Franck has written to the foreign minister and had the letter read out at Monday’s parish meeting. The fire brigade, in which Aldo served for 22 years, has hung his helmet in the window of the station and put a lamp beside it.',
    'What exactly happened in Port Ansa is still unclear. A lawyers’ group in the capital speaks of detention; the authorities over there speak of paperwork. The shipping company told the Courier that it pays the wages of all nine as if they were at work, and that it has asked the Red Lantern Society to carry post.',
    'In the valley, people do what they know how to do. By Monday evening there were four cakes on the Aldos’ doorstep, a sack of split beech and a note from the railway. The bench, it says, will be put up again before the ninth of May.',
    'Clea Aldo has answered each of them by hand. To the neighbours who ask what else they could bring she says the same thing: a newspaper, if there is one that knows more than she does. On Monday night she left the lamp over the front door burning, and on Tuesday morning, when it was long since light, nobody in the street had the heart to tell her.',
  ],
};

const vestnik: Copy = {
  headline: 'Экипаж парома «Линнет» четвёртый день остаётся в Порт-Ансе',
  standfirst:
    'Родственники моряков дежурят у консульства. Пограничная служба Кессари настаивает, что речь идёт о проверке документов.',
  body: [
    'Во вторник утром у дома на Канатной улице в Солтмире снова собрались люди. Кто-то принёс термос, кто-то складной стул. Ставни консульства Кессари закрыты с субботы, и на звонки никто не отвечает.',
    'В этот день, по расписанию, «Линнет» должна была вернуться в порт приписки. Паром задержали в Порт-Ансе вечером в субботу. Пассажиров отпустили ночью, а девять членов экипажа увезли, и с тех пор связи с ними нет.',
    'Адвокат Ирма Велле, к которой обратились две семьи, рассказала «Береговому вестнику», что отправила в Порт-Ансу четыре запроса и не получила ни одного ответа. По её словам, местный закон допускает задержание без решения суда не дольше двух суток, и этот срок давно истёк.',
    '«Мне говорят, что мои доверители в гостях, — сказала Велле. — Из гостей люди обычно могут позвонить домой».',
    'В пограничной службе республики нашему корреспонденту ответили, что проверка судовых бумаг «идёт в обычном порядке», а разговоры об арестах назвали выдумкой. О состоянии капитана, которой нужны лекарства, там сообщить отказались.',
    'В порту Солтмира стоят ещё два парома. Обычно к полудню у касс выстраивается очередь: одни едут к врачу, другие на кладбище, третьи просто повидать сестру. Вчера кассирша вывесила листок, на котором от руки написано, что рейсов не будет, и добавила внизу: «Простите».',
    'Рыбаки, которых останавливали в проливе зимой, советуют семьям не молчать. «Пока о тебе говорят, тебя кормят», — сказал один из них, проведший в Порт-Ансе пять дней в декабре. Своего имени он просил не называть.',
    'Судовладелец, компания «Проливные линии», сообщил, что платит экипажу за каждый день, и просил пассажиров сдать билеты до конца месяца. По данным диспетчера, в кассы вернули только одиннадцать: остальные, сказала она, «хотят всё-таки уехать, когда будет на чём». Возле причала к вечеру зажгли фонарь, который обычно гасят после последнего рейса. Кто это сделал, в управлении порта не знают, но гасить его не стали.',
    'На среду родственники назначили встречу с министром иностранных дел Велмарка. Они собираются привезти ему девять фотографий и одно расписание паромов.',
  ],
};

export const ferryCrew: Story = {
  slug: 'ferry-crew',
  about: 'A ferry’s crew is held in a port across the strait.',
  versions: [
    {
      id: 'ferry-crew/northline',
      outlet: 'northline',
      path: '/2025/03/04/kessary-holds-linnet-crew',
      section: 'rights',
      copy: report,
      authors: ['Ilse Varga'],
      dateline: 'SALTMERE',
      published: '2025-03-04T06:40:00Z',
      picture,
      archived: 'as-is',
      related: ['lighthouse-keeper/northline-ru', 'court-river/northline'],
      expect: {
        verdict: 'original',
        note: 'The agency’s own report, unchanged since it was archived.',
      },
    },
    {
      id: 'ferry-crew/harbour',
      outlet: 'harbour',
      path: '/world/2025/03/05/nine-crew-of-saltmere-ferry-held',
      section: 'world',
      copy: reprint,
      authors: ['Ilse Varga'],
      dateline: 'SALTMERE',
      published: '2025-03-05T05:15:00Z',
      picture,
      creditLine,
      related: ['dredging-vote/harbour', 'ferry-strike/harbour'],
      expect: {
        verdict: 'copy',
        note: 'The agency’s report word for word, under another headline, a day later.',
      },
    },
    {
      id: 'ferry-crew/quay',
      outlet: 'quay',
      path: '/2025/03/05/ferry-crew-held-for-three-days/',
      section: 'news',
      copy: short,
      authors: ['Quay Post newsroom'],
      published: '2025-03-05',
      picture,
      creditLine: 'Via Northline, shortened.',
      related: ['ferry-strike/quay', 'school-meals/quay'],
      expect: { verdict: 'excerpt', note: 'The first four paragraphs of the agency’s report.' },
    },
    {
      id: 'ferry-crew/meridian',
      outlet: 'meridian',
      path: '/investigations/the-price-of-a-mooring',
      section: 'investigations',
      copy: longRead,
      authors: ['Salome Brandt'],
      published: '2025-03-29T09:00:00Z',
      picture: {
        ...picture,
        caption:
          'A ferry in the strait. Two of Saltmere’s three have not sailed since the first of March.',
      },
      related: ['school-meals/meridian', 'court-river/meridian'],
      expect: {
        verdict: 'passages',
        relatedTo: 'ferry-crew/northline',
        note: 'A long read of its own that quotes two paragraphs of the agency’s report.',
      },
    },
    {
      id: 'ferry-crew/vallis',
      outlet: 'vallis',
      path: '/valley/2025-03-04/engineer-among-missing-crew.html',
      section: 'valley',
      copy: courier,
      authors: ['Hanna Dreyer'],
      dateline: 'Oberau',
      published: '2025-03-04T11:20:00+01:00',
      picture: {
        scene: 'village',
        alt: 'A mountain village with a fire station and a church under snow',
        caption: 'Oberau in March. The lamp in the fire station’s window is lit for Ruben Aldo.',
        credit: 'Hanna Dreyer / Vallis Courier',
      },
      related: ['court-river/vallis', 'night-train/vallis'],
      expect: {
        verdict: 'no-match',
        relatedTo: 'ferry-crew/northline',
        note: 'The same event reported independently: no sentence is shared, so nothing is claimed.',
      },
    },
    {
      id: 'ferry-crew/vestnik',
      outlet: 'vestnik',
      path: '/news/2025/03/04/ekipazh-paroma-linnet.html',
      section: 'news',
      language: 'ru',
      copy: vestnik,
      authors: ['Глеб Орешников'],
      published: '2025-03-04T14:05:00+03:00',
      picture: {
        scene: 'ferry',
        alt: 'Небольшой белый паром в проливе ранним утром',
        caption: 'Паром «Линнет» на линии Солтмир — Порт-Анса, осень прошлого года.',
        credit: 'Mara Quill / Openframe',
        licence: 'CC BY 4.0',
      },
      related: ['lighthouse-keeper/vestnik'],
      expect: {
        verdict: 'no-match',
        relatedTo: 'ferry-crew/northline',
        note: 'The same event in Russian, reported independently.',
      },
    },
  ],
};
