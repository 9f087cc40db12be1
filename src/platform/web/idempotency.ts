import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { defer, from, lastValueFrom, type Observable } from 'rxjs';
import { LessThan } from 'typeorm';
import { systemActor, type Actor } from '../../shared/actor.js';
import { Turns } from '../batching/turns.js';
import { Clock } from '../clock.js';
import { Database, type Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { DomainError } from '../errors/domain-error.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { isApi, type WebReply, type WebRequest } from './request.js';

const KEPT_MS = 24 * 60 * 60_000;
// No request takes this long: whoever held the key this long ago is gone.
const ABANDONED_MS = 60_000;
const LARGEST_TURN = 100;

interface Claim {
  readonly accountId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** How a request ended: with an answer to keep, or refused, after which its key is free. */
interface Outcome extends Claim {
  readonly answer: { readonly status: number; readonly body: unknown } | null;
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
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const key = request.headers['idempotency-key'];
    const { actor } = request;
    if (key === undefined || !actor || request.method !== 'POST' || !isApi(request)) return next.handle();
    // A file is not in the body that is compared, and importing one again changes nothing by itself.
    if (request.isMultipart()) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
      throw new DomainError('idempotency-key-not-valid');
    return defer(() => from(this.once(actor, key, request, http.getResponse<WebReply>(), next)));
  }

  /** Answers of a day ago are not kept: who repeats a request does so within minutes. */
  async forgetOld(): Promise<void> {
    const createdAt = LessThan(new Date(this.clock.now().getTime() - KEPT_MS));
    await this.db.transaction(systemActor, (tx) => tx.delete(IdempotencyKey, { createdAt }));
  }

  private async once(
    actor: Actor,
    key: string,
    request: WebRequest,
    reply: WebReply,
    next: CallHandler,
  ): Promise<unknown> {
    const claim = { accountId: actor.accountId!, key, requestHash: hashOf(request) };
    if (!(await this.claims.join('', claim))) return this.answerAgain(actor, claim, reply);
    const handled = lastValueFrom<unknown, null>(next.handle(), { defaultValue: null });
    const body: unknown = await handled.catch(async (error: unknown) => {
      await this.outcomes.join('', { ...claim, answer: null });
      throw error;
    });
    // What was done stays done: when this fails the key stays taken, so that nobody does it twice.
    await this.outcomes.join('', { ...claim, answer: { status: reply.statusCode, body } });
    return body;
  }

  /** Takes each key for its request; false where another request has it. Keys of many accounts, so the system's. */
  private async claimAll(claims: readonly Claim[]): Promise<boolean[]> {
    const first = new Map(claims.toReversed().map((claim) => [nameOf(claim), claim]));
    const asked = [...first.values()];
    const now = this.clock.now();
    const taken = await this.db.transaction(systemActor, (tx) =>
      tx.query<{ accountId: string; key: string }[]>(
        `insert into idempotency_key as held (account_id, key, request_hash, created_at)
           select account_id, key, request_hash, $4 from unnest($1::uuid[], $2::text[], $3::text[]) asked (account_id, key, request_hash)
           order by account_id, key
         on conflict (account_id, key) do update set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, body = null
           where held.created_at < $5 or (held.status is null and held.created_at < $6)
         returning account_id "accountId", key`,
        [
          asked.map(({ accountId }) => accountId),
          asked.map(({ key }) => key),
          asked.map(({ requestHash }) => requestHash),
          now,
          new Date(now.getTime() - KEPT_MS),
          new Date(now.getTime() - ABANDONED_MS),
        ],
      ),
    );
    const names = new Set(taken.map(nameOf));
    return claims.map((claim) => first.get(nameOf(claim)) === claim && names.has(nameOf(claim)));
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

  private async answerAgain(
    actor: Actor,
    { accountId, key, requestHash }: Claim,
    reply: WebReply,
  ): Promise<unknown> {
    const held = await this.db.read(actor, (tx) => tx.findOneBy(IdempotencyKey, { accountId, key }));
    if (held && held.requestHash !== requestHash) throw new DomainError('idempotency-key-reused');
    if (!held || held.status === null) throw new DomainError('request-in-progress');
    reply.status(held.status).header('Idempotency-Replayed', 'true');
    return held.body;
  }
}

function hashOf({ method, url, body }: WebRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('base64url');
}

const nameOf = ({ accountId, key }: { accountId: string; key: string }): string => `${accountId} ${key}`;
