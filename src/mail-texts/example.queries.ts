import { evaluationFormOf } from '../courses/evaluation-form.queries.js';
import type { Tx } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { Certified } from '../certificates/certificate.letters.js';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';

/** Someone who enrolled, and for what. */
export interface EnrolledExample {
  readonly enrolmentId: string;
  readonly name: string;
  readonly appointment: Appointment;
}

/** $1 and $2 say who looks: the region, and the municipality of a contact. */
const SEEN = 'x.region_id = $1 and ($2::uuid is null or x.municipality_id = $2)';

/** The newest enrolment that the actor may see; null where there is none. */
export async function newestEnrolment(tx: Tx, actor: Actor): Promise<EnrolledExample | null> {
  const [found] = await tx.query<{ enrolmentId: string; name: string; sessionId: string }[]>(
    `select x.id "enrolmentId", p.name, x.session_id "sessionId" from enrolment x
     join professional p on p.id = x.professional_id where ${SEEN} order by x.id desc limit 1`,
    wallOf(actor),
  );
  const appointment = found && (await appointments(tx, [found.sessionId])).get(found.sessionId);
  return appointment ? { enrolmentId: found.enrolmentId, name: found.name, appointment } : null;
}

/** The newest certificate that the actor may see, as if it were told of in this language; null where there is none. */
export async function newestCertificate(tx: Tx, actor: Actor, locale: Locale): Promise<Certified | null> {
  const [found] = await tx.query<Omit<Certified, 'locale'>[]>(
    `select x.professional_name "professionalName", x.course_title "courseTitle", x.number,
       x.valid_until::text "validUntil", ${evaluationFormOf('c')} "evaluationUrl"
     from certificate x join course c on c.id = x.course_id where ${SEEN} order by x.id desc limit 1`,
    wallOf(actor),
  );
  return found ? { ...found, locale } : null;
}

const wallOf = ({ role, regionId, municipalityId }: Actor) => [
  regionId,
  role === 'contact' ? municipalityId : null,
];
