/** How someone stands before what the curriculum asks, in the order of screens; the last is up to date. */
export const coverageStates = ['never', 'expired', 'expiring', 'covered'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What a list of people shows: one state, everyone who lacks a valid certificate, or everyone. */
export const coverageShows = ['lacking', ...coverageStates, 'all'] as const;
export type CoverageShow = (typeof coverageShows)[number];

/** By what the figures are counted. */
export const coverageGroups = ['municipality', 'function', 'organisation', 'contact'] as const;
export type CoverageGroup = (typeof coverageGroups)[number];

/** The states that a list shows. */
export function statesOf(show: CoverageShow): readonly CoverageState[] {
  if (show === 'all') return coverageStates;
  return show === 'lacking' ? ['never', 'expired'] : [show];
}
