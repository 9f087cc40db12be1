import type { Tx } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import {
  answerBefore,
  claimKeys,
  heldKeys,
  nameOf,
  type Claim,
  type HeldKey,
  type KeptAnswer,
} from './idempotency-keys.js';

/** The key of a request, with what is to be kept for who sends the request again. */
export interface Receipt<Answer> extends Claim {
  /** What to keep of an answer. */
  keep(answer: Answer): KeptAnswer;
  /** The answer that was kept. */
  again(kept: KeptAnswer): Answer;
}

/** A request with its receipt; null for one without a key. */
export interface Asked<Request, Answer> {
  readonly request: Request;
  readonly receipt: Receipt<Answer> | null;
}

/** Someone took a key between the look and the answer; once more, and its answer is there to be seen. */
export class KeyTakenMeanwhile extends Error {}

/** What was answered, and when all of it is written down. */
export interface Settled<Answer> {
  readonly answers: readonly (Answer | DomainError)[];
  readonly written: Promise<unknown>;
}

/**
 * Answers requests in the transaction that does what they ask: one that was answered before gets that answer, and what
 * is answered now is kept together with what was done. A refused request keeps nothing, so its key is free again.
 * @param look loads what the answers need, while it is looked up which were given before
 * @throws KeyTakenMeanwhile after which the transaction must begin anew
 */
export async function answerOnce<Request, Answer, Seen>(
  tx: Tx,
  asked: readonly Asked<Request, Answer>[],
  now: Date,
  look: () => Promise<Seen>,
  answerAll: (requests: readonly Request[], seen: Seen) => Promise<Settled<Answer>>,
): Promise<(Answer | DomainError)[]> {
  const receipts = asked.flatMap(({ receipt }) => receipt ?? []);
  const [held, seen] = await Promise.all([heldKeys(tx, receipts, now), look()]);
  const firsts = new Map(receipts.toReversed().map((receipt) => [nameOf(receipt), receipt]));
  const isNew = ({ receipt }: Asked<Request, Answer>) =>
    !receipt || (!held.has(nameOf(receipt)) && firsts.get(nameOf(receipt)) === receipt);
  const news = asked.filter(isNew);
  const { answers, written } = await answerAll(
    news.map(({ request }) => request),
    seen,
  );
  const answerTo = new Map(news.map((one, index) => [one, answers[index]!]));
  const [kept] = await Promise.all([keepAnswers(tx, answerTo, now), written]);
  for (const { answer, ...claim } of kept) held.set(nameOf(claim), { ...claim, ...answer });
  // Answers may be null, for what is answered by being done.
  return asked.map((one) =>
    answerTo.has(one) ? answerTo.get(one)! : again(one.receipt!, held.get(nameOf(one.receipt!))),
  );
}

/** Keeps what is answered to requests that have a key. */
async function keepAnswers<Request, Answer>(
  tx: Tx,
  answerTo: ReadonlyMap<Asked<Request, Answer>, Answer | DomainError>,
  now: Date,
) {
  const kept = [...answerTo].flatMap(([{ receipt }, answer]) => {
    if (!receipt || answer instanceof DomainError) return [];
    const { accountId, key, requestHash } = receipt;
    return [{ accountId, key, requestHash, answer: receipt.keep(answer) }];
  });
  if ((await claimKeys(tx, kept, now)).size < kept.length) throw new KeyTakenMeanwhile();
  return kept;
}

function again<Answer>(receipt: Receipt<Answer>, held: HeldKey | undefined): Answer | DomainError {
  const before = answerBefore(receipt, held);
  return before instanceof DomainError ? before : receipt.again(before);
}
