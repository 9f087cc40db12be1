import type { Role } from '../shared/actor.js';

/** Whether someone may ask a place for a professional: oneself, a contact the own municipality's people, a coordinator anyone's. */
export function mayApplyFor(
  actor: {
    readonly role: Role | 'system';
    readonly regionId: string | null;
    readonly municipalityId: string | null;
    readonly professionalId: string | null;
  },
  applicant: { readonly id: string; readonly regionId: string; readonly municipalityId: string },
): boolean {
  if (actor.regionId !== applicant.regionId) return false;
  if (actor.role === 'coordinator') return true;
  if (actor.role === 'contact') return actor.municipalityId === applicant.municipalityId;
  return actor.role === 'professional' && actor.professionalId === applicant.id;
}
