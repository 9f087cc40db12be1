import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import type { Actor } from '../../shared/actor.js';

declare const inTransaction: unique symbol;
/** An EntityManager inside a transaction in which row-level security knows the actor; only Database makes one. */
export type Tx = EntityManager & { readonly [inTransaction]: true };

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
    await runner.startTransaction('READ COMMITTED');
    try {
      await runner.query(SET_ACTOR, [
        actor.role,
        actor.regionId ?? '',
        actor.municipalityId ?? '',
        actor.professionalId ?? '',
        actor.trainerId ?? '',
        actor.accountId ?? '',
      ]);
      const result = await work(runner.manager as Tx);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}

const SET_ACTOR = `select set_config('app.role', $1, true), set_config('app.region', $2, true),
  set_config('app.municipality', $3, true), set_config('app.professional', $4, true),
  set_config('app.trainer', $5, true), set_config('app.account', $6, true),
  set_config('lock_timeout', '10s', true)`;
