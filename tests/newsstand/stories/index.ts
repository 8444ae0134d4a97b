// All stories of the newsstand.

import type { Story, Version } from '../types.ts';
import { courtRiver } from './court-river.ts';
import { dredgingVote } from './dredging-vote.ts';
import { ferryCrew } from './ferry-crew.ts';
import { ferryStrike } from './ferry-strike.ts';
import { glacierLake } from './glacier-lake.ts';
import { lighthouseKeeper } from './lighthouse-keeper.ts';
import { lighthouseRun } from './lighthouse-run.ts';
import { mothSurvey } from './moth-survey.ts';
import { schoolMeals } from './school-meals.ts';
import { bellFoundryStory, nightTrainStory } from './unrelated.ts';

export const STORIES: Story[] = [
  ferryCrew,
  dredgingVote,
  glacierLake,
  courtRiver,
  schoolMeals,
  lighthouseRun,
  mothSurvey,
  ferryStrike,
  lighthouseKeeper,
  nightTrainStory,
  bellFoundryStory,
];

export const VERSIONS: Version[] = STORIES.flatMap((story) => story.versions);

/** The version with an id such as `ferry-crew/northline`; throws for any other. */
export function version(id: string): Version {
  const found = VERSIONS.find((entry) => entry.id === id);
  if (!found) throw new Error(`no version "${id}" on the newsstand`);
  return found;
}
