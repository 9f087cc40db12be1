import { newId } from '../../src/shared/ids.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { endAll, start, until, type Running } from '../support/processes.js';
import { createProfessional, createRegion, createSession } from '../support/region.js';
import { startMailServer, type MailServer, type SmtpStep } from '../support/smtp.js';

/**
 * A step of sending a reminder, and how the worker is stopped just before it: the test holds the table that the step
 * has to write, or the mail server holds its answer.
 */
type Moment = { readonly name: string } & (
  { readonly holds: string } | { readonly at: SmtpStep; readonly thenHolds?: string }
);

const moments: Moment[] = [
  { name: 'the reminder is claimed', holds: 'reminder' },
  { name: 'the mail is written down', holds: 'message' },
  { name: 'the mail is told of', holds: 'outbox' },
  { name: 'its job is made', holds: 'job' },
  { name: 'the mail server greets', at: 'connect' },
  { name: 'the sender is named', at: 'mail-from' },
  { name: 'the recipient is named', at: 'rcpt-to' },
  { name: 'the mail server takes the text', at: 'data' },
  { name: 'the mail server says yes', at: 'accept' },
  { name: 'the mail is marked sent', at: 'accept', thenHolds: 'message' },
];
/** Only from here on the mail server may already have the mail, so that it can come a second time. */
const MAY_REPEAT = new Set([
  'the mail server takes the text',
  'the mail server says yes',
  'the mail is marked sent',
]);

const LATER = 'later@example.nl';

let database: TestDatabase;
let mail: MailServer;

beforeEach(async () => {
  database = await cloneDatabase();
  mail = await startMailServer();
  await planReminder();
});
afterEach(async () => {
  await endAll();
  await mail.stop();
  await database.drop();
});

/** Someone with a seat, and a reminder of it that has just become due. */
async function planReminder(): Promise<void> {
  const region = await createRegion(database);
  const sessionId = await createSession(database, region, { date: '2098-11-12' });
  const noor = await createProfessional(database, region, 'Almere');
  const enrolmentId = newId();
  await database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     values ($1, $2, $3, $4, $5, 'confirmed', now(), now())`,
    [enrolmentId, region.id, sessionId, noor.id, region.municipalities.Almere],
  );
  const ruleId = newId();
  await database.owner.query(
    `insert into reminder_rule (id, region_id, day_kind, days_before, local_time, active_from)
     values ($1, $2, 'calendar', 1, '09:00', now())`,
    [ruleId, region.id],
  );
  await database.owner.query(
    `insert into reminder (id, rule_id, enrolment_id, due_at, status) values ($1, $2, $3, now() - interval '1 minute', 'planned')`,
    [newId(), ruleId, enrolmentId],
  );
}

/** A mail that is due later than the reminder was: once it has gone out, the worker has looked at everything again. */
async function queueAnother(): Promise<void> {
  const id = newId();
  await database.owner.query(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     select $1, id, 'later', 'test', 'test', 'nl', 'Later Voorbeeld', $2, 'Later', 'Later', '<p>Later</p>', false, 'queued', now(), now() from region`,
    [id, LATER],
  );
  await database.owner.query(
    "insert into outbox (fact, payload, created_at) values ('message.queued', $1, now())",
    [{ messageId: id }],
  );
}

const worker = (): Running => start('worker.js', { DATABASE_URL: database.url, SMTP_URL: mail.url });

/** Holds a table until the worker waits for it, kills the worker, and lets go. */
async function killWaitingFor(table: string, begin: () => Promise<Running>): Promise<void> {
  const holder = await database.owner.connect();
  await holder.query('begin');
  await holder.query(`lock table ${table} in access exclusive mode`);
  const victim = await begin();
  await until(`the worker waits for ${table}`, async () => {
    const { rows } = await database.owner.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'leerlijn' and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  });
  await kill(victim);
  await holder.query('rollback');
  holder.release();
}

async function kill(victim: Running): Promise<void> {
  victim.kill('SIGKILL');
  await victim.ended;
}

async function killAt(moment: Moment): Promise<void> {
  if ('holds' in moment) return killWaitingFor(moment.holds, async () => worker());
  let reached: () => void = () => undefined;
  const there = new Promise<void>((resolve) => (reached = resolve));
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  mail.before = (step) => {
    if (step !== moment.at) return undefined;
    mail.before = () => undefined;
    reached();
    return held;
  };
  const victim = worker();
  await there;
  if (!moment.thenHolds) {
    await kill(victim);
    return goOn();
  }
  return killWaitingFor(moment.thenHolds, async () => {
    goOn();
    return victim;
  });
}

/** What a killed worker had claimed is taken up after a while; here that while has passed. */
async function letTimePass(): Promise<void> {
  await database.owner.query(
    "update message set claimed_at = claimed_at - interval '1 hour' where status = 'sending'",
  );
  await database.owner.query(
    "update job set woken_at = woken_at - interval '1 hour' where status = 'waiting'",
  );
}

async function standing() {
  const { rows } = await database.owner.query(
    `select (select string_agg(status, ',') from reminder) reminder, (select string_agg(status, ',') from message) mail`,
  );
  return rows[0] as { reminder: string; mail: string };
}

const isSent = async () => {
  const { reminder, mail: status } = await standing();
  return reminder === 'sent' && status === 'sent';
};

// The steps are the same wherever the queue lives; jobs.spec.ts kills workers on both backends.
test.each(moments)(
  'a worker killed before $name: the reminder still goes out, and not again once it is marked',
  async (moment) => {
    await killAt(moment);
    await letTimePass();
    worker();
    await until('the reminder is sent', isSent);
    const afterFirst = mail.accepted.length;
    expect(new Set(mail.accepted.map(({ messageId }) => messageId)).size).toBe(1);
    expect(afterFirst).toBeLessThanOrEqual(MAY_REPEAT.has(moment.name) ? 2 : 1);
    await letTimePass();
    await queueAnother();
    await until('the worker has sent what came after it', async () =>
      mail.accepted.some(({ to }) => to === LATER),
    );
    expect(mail.accepted).toHaveLength(afterFirst + 1);
  },
  60_000,
);
