import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';
import { createProfessional, createRegion, createSession } from './region.js';

/** How the mail server takes what is sent to someone: each as if for the first time, and from then on as to anyone. */
export type Fate = 'taken' | 'refused-for-now' | 'dropped' | 'no-such-mailbox' | 'silent';

/** What is to become of the nth: all fates among those who are taken, and silence, which lasts, as the last one. */
export function fateOf(index: number, count: number): Fate {
  if (index === count - 1) return 'silent';
  if (index % 50 === 49) return 'dropped';
  if (index % 25 === 24) return 'no-such-mailbox';
  return index % 10 === 9 ? 'refused-for-now' : 'taken';
}

export const addressOf = (index: number) => `persoon-${index}@example.nl`;
export const indexOf = (address: string) => Number(/^persoon-(\d+)@/.exec(address)![1]);

/** A session in which everyone has a seat, and a reminder of it to each that has just become due. */
export async function planReminders(database: TestDatabase, count: number): Promise<void> {
  const { owner } = database;
  const region = await createRegion(database);
  const sessionId = await createSession(database, region, { date: '2098-11-12', capacity: count });
  const { id: like } = await createProfessional(database, region, 'Almere');
  const ids = Array.from({ length: count }, () => newId());
  await owner.query(
    `insert into professional (id, region_id, municipality_id, organisation_id, function_id, name, email)
     select new.id, p.region_id, p.municipality_id, p.organisation_id, p.function_id, 'Persoon Voorbeeld',
       'persoon-' || new.ordinality - 1 || '@example.nl'
     from unnest($1::uuid[]) with ordinality new (id), professional p where p.id = $2`,
    [ids, like],
  );
  await owner.query(
    `insert into account (id, region_id, role, name, email, municipality_id, professional_id)
     select gen_random_uuid(), region_id, 'professional', name, email, municipality_id, id from professional where id = any($1)`,
    [ids],
  );
  await owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select p.id, p.region_id, $2, p.id, p.municipality_id, 'confirmed', now(), now() from professional p where p.id = any($1)`,
    [ids, sessionId],
  );
  const ruleId = newId();
  await owner.query(
    `insert into reminder_rule (id, region_id, day_kind, days_before, local_time, active_from)
     values ($1, $2, 'calendar', 1, '09:00', now())`,
    [ruleId, region.id],
  );
  await owner.query(
    `insert into reminder (id, rule_id, enrolment_id, due_at, status)
     select gen_random_uuid(), $2, new.id, now() - interval '1 hour' + new.ordinality * interval '1 second', 'planned'
     from unnest($1::uuid[]) with ordinality new (id)`,
    [ids, ruleId],
  );
}
