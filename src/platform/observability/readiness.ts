import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../../shared/actor.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { migrationNames } from '../database/migrate.js';
import { probeQueue } from '../jobs/queue-probe.js';

const LONGEST_CHECK_MS = 3_000;

export type Check = 'ok' | 'failed';
/** What this process needs before it can serve. */
export interface Readiness {
  readonly database: Check;
  /** Every migration of this build has been applied. */
  readonly migrations: Check;
  readonly queue: Check;
}

@Injectable()
export class ReadinessCheck {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** Looks now; a check that takes longer than 3 s has failed. */
  async look(): Promise<Readiness> {
    const [migrated, queue] = await Promise.all([
      soon(this.isMigrated()),
      soon(probeQueue(this.config).then(() => true)),
    ]);
    return {
      database: migrated === null ? 'failed' : 'ok',
      migrations: migrated ? 'ok' : 'failed',
      queue: queue ? 'ok' : 'failed',
    };
  }

  private async isMigrated(): Promise<boolean> {
    const known = await migrationNames();
    const [applied] = await this.db.read(systemActor, (tx) =>
      tx.query<{ count: number }[]>('select count(*)::int "count" from migration where name = any($1)', [
        known,
      ]),
    );
    return applied?.count === known.length;
  }
}

/** What the look finds, or null when it fails or takes too long. */
async function soon<T>(looking: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_CHECK_MS);
  });
  try {
    return await Promise.race([looking.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
