/** The levels of DOMAIN's glossary: the first four build on each other, the last two stand beside them. */
export const courseLevels = ['awareness', 'basic', 'advanced', 'specialist', 'follow-up', 'meeting'] as const;
export type CourseLevel = (typeof courseLevels)[number];

/** The levels that build on each other, lowest first: a certificate of a later one holds for the earlier ones too. */
export const entryLevels = [
  'awareness',
  'basic',
  'advanced',
  'specialist',
] as const satisfies readonly CourseLevel[];
export type EntryLevel = (typeof entryLevels)[number];
