import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import { localeOfProfessional } from '../access/account-locale.queries.js';
import type { KnownQuestion, Moment } from './question.rules.js';
import { QUESTIONS } from './questionnaire.queries.js';

/** What someone can answer now, and the groups that the answers count for. */
export interface OpenEvaluation {
  readonly invitationId: string;
  readonly regionId: string;
  readonly courseId: string;
  readonly course: string;
  readonly moment: Moment;
  readonly questions: readonly KnownQuestion[];
  readonly municipalityId: string;
  readonly functionId: string;
  /** In the order of their ids, so that the same trainers are one group. */
  readonly trainerIds: readonly string[];
  readonly locale: Locale;
}

/**
 * The questions behind a link, or null when they are answered, asked no more or too old: before the training until it
 * begins, after it for as long as links work.
 * @param askedSince who was asked before then is too late
 */
export async function openEvaluation(
  tx: Tx,
  tokenHash: string,
  now: Date,
  askedSince: Date,
): Promise<OpenEvaluation | null> {
  const [found] = await tx.query<OpenEvaluation[]>(
    `select i.id "invitationId", i.region_id "regionId", s.course_id "courseId", c.title course, i.moment,
       i.municipality_id "municipalityId", p.function_id "functionId", ${localeOfProfessional('p.id')} locale,
       array(select distinct t.trainer_id from session_part_trainer t join session_part d on d.id = t.part_id
         where d.session_id = s.id order by t.trainer_id) "trainerIds", ${QUESTIONS} questions
     from evaluation_link l
     join evaluation_invitation i on i.id = l.invitation_id
     join enrolment e on e.id = i.enrolment_id and e.status = 'confirmed'
     join session s on s.id = e.session_id and s.status <> 'cancelled'
     join course c on c.id = s.course_id
     join professional p on p.id = e.professional_id
     join questionnaire q on q.course_id = s.course_id and q.moment = i.moment and q.asked_from is not null
     where l.token_hash = $1 and case when i.moment = 'before'
       then (select min(d.starts_at) from session_part d where d.session_id = s.id) > $2 else i.asked_at > $3 end`,
    [tokenHash, now, askedSince],
  );
  return found ?? null;
}
