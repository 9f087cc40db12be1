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

/**
 * Answers requests in the transaction that does what they ask: one that was answered before gets that answer, and what
 * is answered now is kept together with what was done. A refused request keeps nothing, so its key is free again.
 * @throws KeyTakenMeanwhile after which the transaction must begin anew
 */
export async function answerOnce<Request, Answer>(
  tx: Tx,
  asked: readonly Asked<Request, Answer>[],
  now: Date,
  answerAll: (requests: readonly Request[]) => Promise<readonly (Answer | DomainError)[]>,
): Promise<(Answer | DomainError)[]> {
  const receipts = asked.flatMap(({ receipt }) => receipt ?? []);
  const held = await heldKeys(tx, receipts, now);
  const firsts = new Map(receipts.toReversed().map((receipt) => [nameOf(receipt), receipt]));
  const isNew = ({ receipt }: Asked<Request, Answer>) =>
    !receipt || (!held.has(nameOf(receipt)) && firsts.get(nameOf(receipt)) === receipt);
  const news = asked.filter(isNew);
  const answers = await answerAll(news.map(({ request }) => request));
  const answerTo = new Map(news.map((one, index) => [one, answers[index]!]));
  const kept = news.flatMap((one) => {
    const { receipt } = one;
    const answer = answerTo.get(one)!;
    if (!receipt || answer instanceof DomainError) return [];
    const { accountId, key, requestHash } = receipt;
    return [{ accountId, key, requestHash, answer: receipt.keep(answer) }];
  });
  if ((await claimKeys(tx, kept, now)).size < kept.length) throw new KeyTakenMeanwhile();
  for (const { answer, ...claim } of kept) held.set(nameOf(claim), { ...claim, ...answer });
  // Answers may be null, for what is answered by being done.
  return asked.map((one) =>
    answerTo.has(one) ? answerTo.get(one)! : again(one.receipt!, held.get(nameOf(one.receipt!))),
  );
}

function again<Answer>(receipt: Receipt<Answer>, held: HeldKey | undefined): Answer | DomainError {
  const before = answerBefore(receipt, held);
  return before instanceof DomainError ? before : receipt.again(before);
}
