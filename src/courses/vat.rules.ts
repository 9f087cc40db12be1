import type { CourseLevel } from './course-level.rules.js';

export const vatTreatments = ['exempt', 'standard-21'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

/**
 * How an invoice for a course treats VAT: short vocational training by a provider in the CRKBO register is exempt.
 * A working meeting is no training.
 */
export function vatTreatmentOf({ level, crkbo }: { level: CourseLevel; crkbo: boolean }): VatTreatment {
  return crkbo && level !== 'meeting' ? 'exempt' : 'standard-21';
}
