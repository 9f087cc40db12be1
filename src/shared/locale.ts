export const locales = ['nl', 'en'] as const;

/** A language a reader can choose; Dutch comes first everywhere. */
export type Locale = (typeof locales)[number];
