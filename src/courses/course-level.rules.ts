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

/** Whether a follow-up day that is open to this level and higher follows a course of this one; null is open to all. */
export function followsLevel(from: EntryLevel | null, level: CourseLevel): boolean {
  const place = entryLevels.indexOf(level as EntryLevel);
  return place >= (from === null ? 0 : entryLevels.indexOf(from));
}
