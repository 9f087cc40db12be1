/**
 * The people to invite: one row each, however many certificates they got between $2 and $3 (local dates, both
 * included), without those who have a seat in session $1 or wait for one. Row-level security keeps it to the region.
 */
export const TRAINED_PEOPLE = `
  from (
    select professional_id, max(issued_on) last_issued_on from certificate
    where issued_on between $2 and $3 and revoked_at is null group by professional_id
  ) trained
  join professional p on p.id = trained.professional_id
  where not exists (
    select from enrolment e where e.session_id = $1 and e.professional_id = p.id and e.status <> 'cancelled')`;
