/** Who must agree before a professional gets a place: nobody, or the contact of the own municipality. */
export const approvals = ['none', 'contact', 'organisation'] as const;
export type Approval = (typeof approvals)[number];

/** Who finds a place in a course: everyone, only who is invited, or only people of the organisation that asked for it. */
export const audiences = ['public', 'by-invitation', 'in-company'] as const;
export type Audience = (typeof audiences)[number];

/** Whether one can ask to hear of a date: not of a course that is given no more, nor of one that an organisation orders for itself. */
export function takesInterest(course: { readonly isActive: boolean; readonly audience: Audience }): boolean {
  return course.isActive && course.audience !== 'in-company';
}
