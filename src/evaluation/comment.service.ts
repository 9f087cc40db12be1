import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { EvaluationComment } from './evaluation.entity.js';
import type { RemovalReason } from './question.rules.js';

@Injectable()
export class CommentService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Deletes what someone wrote, for good; the trail tells why, and not the words. @throws DomainError 'not-found' */
  async remove(actor: Actor, id: string, reason: RemovalReason): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const comment = await tx.findOneBy(EvaluationComment, { id });
      if (!comment) throw new DomainError('not-found');
      await tx.delete(EvaluationComment, { id });
      const { courseId, moment } = comment;
      await this.audit.record(tx, {
        ...{ actor, action: 'removeComment', subjectType: 'course', subjectId: courseId },
        after: { moment, reason },
      });
    });
  }
}
