import { Inject, Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
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

  /** A short read-only look as the actor; what it loads is of one moment per statement. */
  read<T>(actor: Actor, look: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(actor, look);
  }

  private async runOnce<T>(runner: QueryRunner, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      await begin(runner, actor);
      const result = await work(runner.manager as Tx);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}

/** Begins and says who asks in one message: as statements of their own these cost a round trip each. */
async function begin(runner: QueryRunner, actor: Actor): Promise<void> {
  const query = runner.query.bind(runner);
  runner.query = (start: string) => query(`${start} ISOLATION LEVEL READ COMMITTED; ${settingsOf(actor)}`);
  try {
    await runner.startTransaction();
  } finally {
    runner.query = query;
  }
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
