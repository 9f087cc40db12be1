/** The levels of DOMAIN's glossary: the first four build on each other, the last two stand beside them. */
export const courseLevels = ['awareness', 'basic', 'advanced', 'specialist', 'follow-up', 'meeting'] as const;
export type CourseLevel = (typeof courseLevels)[number];
