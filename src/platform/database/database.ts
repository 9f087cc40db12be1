import { Inject, Injectable } from '@nestjs/common';
import { escapeLiteral, type ClientBase } from 'pg';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import type { Actor } from '../../shared/actor.js';

declare const inTransaction: unique symbol;
/** An EntityManager inside a transaction in which row-level security knows the actor; only Database makes one. */
export type Tx = EntityManager & { readonly [inTransaction]: true };

/** Locks the rows that are read so that nobody else changes them before the transaction ends; others may refer to them. */
export const FOR_CHANGE = { mode: 'for_no_key_update' } as const;

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** The SQLSTATE of a refused statement, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

/** The name of the constraint that refused a statement, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof QueryFailedError
    ? (error.driverError as { constraint?: string }).constraint
    : undefined;
}

/** What a constraint of our own tells of the row that violates it; nothing for another error. */
export function violationDetail(error: unknown): string {
  return error instanceof QueryFailedError ? ((error.driverError as { detail?: string }).detail ?? '') : '';
}

@Injectable()
export class Database {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Runs the whole unit as the actor, and again from its start when PostgreSQL reports a deadlock or a serialisation failure. */
  async transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const runner = this.source.createQueryRunner();
      try {
        return await this.runOnce(runner, actor, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      } finally {
        await runner.release();
      }
    }
  }

  /** A short look as the actor, in which PostgreSQL refuses to change anything; what it loads is of one moment per statement. */
  async read<T>(actor: Actor, look: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = await begin(runner, actor, 'READ ONLY');
      try {
        return await look(runner.manager as Tx);
      } finally {
        // Nothing hangs on how it ends: whoever has the connection next comes after it.
        connection.query('COMMIT').catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  private async runOnce<T>(runner: QueryRunner, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    await begin(runner, actor, 'READ WRITE');
    try {
      const result = await work(runner.manager as Tx);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Begins and says who asks, in one message ahead of the first statement: messages that are waited for cost a round trip
 * each. Where it fails there is no actor, so that what follows sees and changes nothing.
 */
async function begin(
  runner: QueryRunner,
  actor: Actor,
  mode: 'READ ONLY' | 'READ WRITE',
): Promise<ClientBase> {
  const connection = (await runner.connect()) as ClientBase;
  connection
    .query(`START TRANSACTION ISOLATION LEVEL READ COMMITTED, ${mode}; ${settingsOf(actor)}`)
    .catch(() => undefined);
  // TypeORM's own beginning waits for the answer.
  Object.assign(runner, { isTransactionActive: true });
  return connection;
}

function settingsOf(actor: Actor): string {
  const settings = {
    'app.role': actor.role,
    'app.region': actor.regionId,
    'app.municipality': actor.municipalityId,
    'app.professional': actor.professionalId,
    'app.trainer': actor.trainerId,
    'app.account': actor.accountId,
    lock_timeout: '10s',
  };
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${escapeLiteral(value ?? '')}, true)`,
  );
  return `SELECT ${set.join(', ')}`;
}
