import { localeOfProfessional } from '../access/account-locale.queries.js';
import { entryLevels } from '../courses/course-level.rules.js';
import type { Tx } from '../platform/database/database.js';
import { ZONE } from '../shared/local-date.js';
import type { ExpiringCertificate } from './certificate.letters.js';

/** A certificate of which the owner is to hear that it expires. */
export interface Expiring extends ExpiringCertificate {
  readonly id: string;
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly email: string;
}

const BATCH = 50;
const RENEWED = `
  select from certificate n
  where n.professional_id = c.professional_id and n.revoked_at is null
    and (n.course_id = c.course_id or (c.course_id is null and n.level = c.level))
    and (n.valid_until is null or n.valid_until > c.valid_until)`;
const ABOUT_TO_RENEW = `
  select from enrolment e join session s on s.id = e.session_id join course o on o.id = s.course_id
  where e.professional_id = c.professional_id and e.status = 'confirmed'
    and (s.course_id = c.course_id or (o.level = 'follow-up' and array_position($3::text[], c.level)
      >= coalesce(array_position($3, o.entry_level), 1)))
    and s.status in ('open', 'confirmed')
    and (select min(p.starts_at) from session_part p where p.session_id = s.id) > $2
    and (select max(p.local_date) from session_part p where p.session_id = s.id) <= c.valid_until`;

/**
 * Certificates that expire in as many days as the region tells it beforehand, at most 50, which nobody else takes
 * before the transaction ends. Not what was taken over from elsewhere later than that: reading in a list mails nobody. Not those of people who have renewed it, or have a seat with which they are going to.
 * @param day the last local date of which the moment to tell has come
 */
export function takeExpiring(tx: Tx, day: string, now: Date): Promise<Expiring[]> {
  return tx.query<Expiring[]>(
    `select c.id, c.region_id "regionId", c.municipality_id "municipalityId", c.professional_id "professionalId",
       c.professional_name "professionalName", c.course_title "courseTitle", c.number,
       c.valid_until::text "validUntil", p.email,
       ${localeOfProfessional('p.id')} locale
     from certificate c
     join region r on r.id = c.region_id
     join professional p on p.id = c.professional_id
     where c.revoked_at is null and c.expiry_told_at is null and r.expiry_mail_days > 0 and c.valid_until >= $1::date
       and c.valid_until - r.expiry_mail_days between r.expiry_mail_since and $1::date
       and (c.source is null or c.valid_until - r.expiry_mail_days > (c.issued_at at time zone '${ZONE}')::date)
       and not exists (${RENEWED}) and not exists (${ABOUT_TO_RENEW})
     order by c.valid_until, c.id limit ${BATCH} for update of c skip locked`,
    [day, now, entryLevels],
  );
}
