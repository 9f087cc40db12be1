/** In the order in which files depend on each other. */
export const importKindNames = [
  'regions',
  'municipalities',
  'functions',
  'organisations',
  'professionals',
  'providers',
  'courses',
  'curricula',
  'trainers',
  'venues',
  'school-holidays',
  'grants',
  'grant-activities',
  'grant-lines',
  'budgets',
  'allotments',
  'history',
  'certificates',
  'accounts',
] as const;
export type ImportKindName = (typeof importKindNames)[number];
