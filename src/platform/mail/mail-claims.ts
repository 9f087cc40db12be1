import { In } from 'typeorm';
import type { Tx } from '../database/database.js';
import { queryPrepared } from '../database/query-prepared.js';
import { buryAddress } from './dead-address.js';
import { judge, tellsDeadAddress, type Answer } from './delivery.rules.js';
import { Message } from './message.entity.js';
import {
  exhaustedDomains,
  withinLimits,
  type SendingLimits,
  type SentLately,
} from './sending-limits.rules.js';

// Longer than any attempt can take (see mail-transport.ts), so that no two workers hold one mail.
const CLAIM_LASTS_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
const DOMAIN = "lower(split_part(to_address, '@', 2))";
/** Any number of our own: those who count what left in the last minute do so one after the other. */
const COUNTING = 7_201;

// One statement, as this is asked for every few mails.
const MARK_AND_LOOK_FOR_A_STOP = `
  with marked as (
    update message set status = answered.status, next_attempt_at = answered.next_attempt_at,
           sent_at = answered.sent_at, claimed_at = null, provider_answer = answered.provider_answer
    from json_populate_recordset(null::message, $1) answered
    where message.id = answered.id and message.status = 'sending'
  )
  select from mail_stop`;

/** A mail that was offered to the mail server, with what that said. */
export interface Answered {
  readonly message: Message;
  readonly answer: Answer;
}

/** Takes mails that are due, the first due first, for one worker to send; none while mail is stopped. */
export async function claimDue(tx: Tx, now: Date, count: number, limits: SendingLimits): Promise<Message[]> {
  const lately = await sentLately(tx, now, limits);
  const inLine = await tx.query<{ id: string; domain: string }[]>(
    `select id, ${DOMAIN} domain from message
     where (status = 'queued' and next_attempt_at <= $1 or status = 'sending' and claimed_at < $2)
       and ${DOMAIN} <> all($3) and not exists (select from mail_stop)
     order by next_attempt_at limit $4 for update skip locked`,
    [now, new Date(now.getTime() - CLAIM_LASTS_MS), exhaustedDomains(lately, limits), count],
  );
  const ids = withinLimits(inLine, lately, limits).map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.query(
    "update message set status = 'sending', claimed_at = $2, attempted_at = $2, attempts = attempts + 1 where id = any($1)",
    [ids, now],
  );
  return tx.find(Message, { where: { id: In(ids) }, order: { nextAttemptAt: 'ASC', id: 'ASC' } });
}

/** Gives back mails that were claimed and never offered. */
export async function release(tx: Tx, messages: readonly Message[]): Promise<void> {
  await tx.query(
    `update message set status = 'queued', claimed_at = null, attempted_at = null, attempts = attempts - 1
     where id = any($1) and status = 'sending'`,
    [messages.map(({ id }) => id)],
  );
}

/**
 * Writes down what the mail server said, and withdraws what waits for an address that turns out not to exist.
 * @param forgets whether the text of a mail is not to be kept after this answer
 * @returns whether mail may still leave, and the mails by which an address turned out not to exist
 */
export async function markAnswered(
  tx: Tx,
  answered: readonly Answered[],
  now: Date,
  forgets: (message: Message, answer: Answer) => boolean,
): Promise<{ readonly mayLeave: boolean; readonly buried: string[] }> {
  const rows = answered.map(({ message, answer }) => {
    const verdict = judge(answer, message, now, Math.random());
    return {
      id: message.id,
      status: verdict.status,
      next_attempt_at: verdict.status === 'queued' ? verdict.nextAttemptAt : message.nextAttemptAt,
      sent_at: verdict.status === 'sent' ? now : null,
      provider_answer: answer.text.slice(0, 500),
    };
  });
  const [stop] = await queryPrepared<object[]>(tx, MARK_AND_LOOK_FOR_A_STOP, [JSON.stringify(rows)]);
  const secret = answered.filter(({ message, answer }) => forgets(message, answer));
  if (secret.length > 0)
    await tx.query("update message set text_body = '', html_body = '' where id = any($1)", [
      secret.map(({ message }) => message.id),
    ]);
  const buried: string[] = [];
  for (const { message, answer } of answered)
    if (tellsDeadAddress(answer) && (await buryAddress(tx, message, answer.text, now)))
      buried.push(message.id);
  return { mayLeave: stop === undefined, buried };
}

/** What left in the last minute; nobody counts where there is no limit. */
async function sentLately(tx: Tx, now: Date, { perMinute, perDomain }: SendingLimits): Promise<SentLately> {
  if (perMinute === null && perDomain === null) return new Map();
  await tx.query('select pg_advisory_xact_lock($1)', [COUNTING]);
  const rows = await tx.query<{ domain: string; count: number }[]>(
    `select ${DOMAIN} domain, count(*)::int count from message where attempted_at > $1 group by 1`,
    [new Date(now.getTime() - MINUTE_MS)],
  );
  return new Map(rows.map(({ domain, count }) => [domain, count]));
}
