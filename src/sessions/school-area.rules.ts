/** The parts of the country for which the ministry spreads the school holidays. */
export const schoolAreas = ['north', 'central', 'south'] as const;
export type SchoolArea = (typeof schoolAreas)[number];
