import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { defer, from, lastValueFrom, type Observable } from 'rxjs';
import { LessThan } from 'typeorm';
import { systemActor } from '../../shared/actor.js';
import { Turns } from '../batching/turns.js';
import { Clock } from '../clock.js';
import { Database, type Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { DomainError } from '../errors/domain-error.js';
import {
  answerBefore,
  claimKeys,
  claimOf,
  heldKeys,
  KEPT_MS,
  nameOf,
  type Claim,
  type KeptAnswer,
} from './idempotency-keys.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { isApi, type WebReply, type WebRequest } from './request.js';

const LARGEST_TURN = 100;
const ANSWERS_ONCE = 'answers-once';

/** A route that keeps its answers itself, together with what was done. */
export const AnswersOnce = () => SetMetadata(ANSWERS_ONCE, true);

/** How a request ended: with an answer to keep, or refused, after which its key is free. */
interface Outcome extends Claim {
  readonly answer: KeptAnswer | null;
}

/**
 * Lets a client repeat a POST without fear (the Idempotency-Key header of draft-ietf-httpapi): the same key with the
 * same request gets the answer of the first time. A refused request saved nothing, so its key is free again.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  private readonly claims = new Turns<Claim, boolean>(
    (_every, claims) => this.claimAll(claims),
    LARGEST_TURN,
  );
  private readonly outcomes = new Turns<Outcome, void>(
    (_every, outcomes) => this.settleAll(outcomes),
    LARGEST_TURN,
  );

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const { actor } = request;
    if (!actor || request.method !== 'POST' || !isApi(request)) return next.handle();
    // A file is not in the body that is compared, and importing one again changes nothing by itself.
    if (request.isMultipart() || this.reflector.get(ANSWERS_ONCE, context.getHandler())) return next.handle();
    const claim = claimOf(request, actor);
    if (!claim) return next.handle();
    return defer(() => from(this.once(claim, http.getResponse<WebReply>(), next)));
  }

  /** Answers of a day ago are not kept: who repeats a request does so within minutes. */
  async forgetOld(): Promise<void> {
    const createdAt = LessThan(new Date(this.clock.now().getTime() - KEPT_MS));
    await this.db.transaction(systemActor, (tx) => tx.delete(IdempotencyKey, { createdAt }));
  }

  private async once(claim: Claim, reply: WebReply, next: CallHandler): Promise<unknown> {
    if (!(await this.claims.join('', claim))) return this.answerAgain(claim, reply);
    const handled = lastValueFrom<unknown, null>(next.handle(), { defaultValue: null });
    const body: unknown = await handled.catch(async (error: unknown) => {
      await this.outcomes.join('', { ...claim, answer: null });
      throw error;
    });
    // What was done stays done: when this fails the key stays taken, so that nobody does it twice.
    await this.outcomes.join('', { ...claim, answer: { status: reply.statusCode, body } });
    return body;
  }

  /** Takes each key for its request; false where another request has it. */
  private async claimAll(claims: readonly Claim[]): Promise<boolean[]> {
    const first = new Map(claims.toReversed().map((claim) => [nameOf(claim), claim]));
    const asked = [...first.values()].map((claim) => ({ ...claim, answer: null }));
    const taken = await this.db.transaction(systemActor, (tx) => claimKeys(tx, asked, this.clock.now()));
    return claims.map((claim) => first.get(nameOf(claim)) === claim && taken.has(nameOf(claim)));
  }

  /** Keeps what was answered, for who asks again, and frees the keys of what was refused. */
  private async settleAll(outcomes: readonly Outcome[]): Promise<void[]> {
    const refused = outcomes.filter(({ answer }) => answer === null);
    await this.db.transaction(systemActor, async (tx) => {
      await this.keepAll(tx, outcomes);
      if (refused.length > 0)
        await tx.delete(
          IdempotencyKey,
          refused.map(({ accountId, key }) => ({ accountId, key })),
        );
    });
    return outcomes.map(() => undefined);
  }

  // An update that joins the keys would read the whole table where PostgreSQL does not know yet how large it is.
  private async keepAll(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
    const created_at = this.clock.now();
    const rows = outcomes.flatMap(({ accountId, key, requestHash, answer }) =>
      answer ? [{ account_id: accountId, key, request_hash: requestHash, ...answer, created_at }] : [],
    );
    await insertRows(
      tx,
      'idempotency_key',
      rows,
      'on conflict (account_id, key) do update set status = excluded.status, body = excluded.body',
    );
  }

  private async answerAgain(claim: Claim, reply: WebReply): Promise<unknown> {
    const held = await this.db.read(systemActor, (tx) => heldKeys(tx, [claim], this.clock.now()));
    const before = answerBefore(claim, held.get(nameOf(claim)));
    if (before instanceof DomainError) throw before;
    return replay(reply, before);
  }
}

/** Answers as the first time. */
export function replay(reply: WebReply, { status, body }: KeptAnswer): unknown {
  reply.status(status).header('Idempotency-Replayed', 'true');
  return body;
}
