import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { JobRow } from '../platform/jobs/job.entity.js';
import type { Actor } from '../shared/actor.js';

/** Jobs that were given up after many attempts wait for a person, who retries them when the cause is gone. */
@Injectable()
export class JobService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Gives a failed job a new life of attempts, from now.
   * @throws DomainError 'not-found' when it has not failed
   */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const revived = await tx.update(JobRow, { id, status: 'failed' }, this.newLife());
      if (revived.affected !== 1) throw new DomainError('not-found');
      await this.tell(tx, actor, id, 1);
    });
  }

  /** Does the same for every failed job; answers how many there were. */
  async retryAll(actor: Actor): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const { affected } = await tx.update(JobRow, { status: 'failed' }, this.newLife());
      const count = affected ?? 0;
      if (count > 0) await this.tell(tx, actor, 'all', count);
      return count;
    });
  }

  private newLife(): Partial<JobRow> {
    return { status: 'waiting', attempts: 0, runAt: this.clock.now(), wokenAt: null };
  }

  private tell(tx: Tx, actor: Actor, subjectId: string, count: number): Promise<void> {
    return this.audit.record(tx, { actor, action: 'retry', subjectType: 'job', subjectId, after: { count } });
  }
}
