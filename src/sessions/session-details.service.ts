import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { refuse } from './plan-check.service.js';
import { PlanningQueries } from './planning.queries.js';
import { changesDetails } from './session-life.rules.js';
import { detailFaults, type SessionDetails } from './session-plan.rules.js';
import { agreePrice } from './agreed-price.js';
import { SessionPrice } from './session-price.entity.js';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

@Injectable()
export class SessionDetailsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * Sets who pays, what it costs and when it is decided, as long as it is not decided. Nobody else needs to hear of it.
   * @throws InvalidInput that names every fault; DomainError 'not-found', 'changed-meanwhile' or
   *   'session-not-in-this-state'
   */
  async change(actor: Actor, id: string, version: number, details: SessionDetails): Promise<void> {
    const { municipalityIds, prices } = await this.planning.setting(actor);
    const { payerMunicipalityId, decideOn, priceCents, priceIsDemo } = details;
    await this.db.transaction(actor, async (tx) => {
      const session = await this.sessions.lock(tx, id);
      if (session.version !== version) throw new DomainError('changed-meanwhile');
      if (!changesDetails(session.status)) throw new DomainError('session-not-in-this-state');
      const before = await tx.findOneByOrFail(Session, { id });
      const dates = {
        firstDate: localDateOf(session.firstStartsAt),
        lastDate: localDateOf(session.lastEndsAt),
      };
      const listed = prices.get(before.courseId) ?? [];
      refuse(detailFaults(details, { ...dates, municipalityIds, prices: listed }));
      const price = await tx.findOneBy(SessionPrice, { sessionId: id });
      await tx.update(Session, id, { payerMunicipalityId, decideOn, version: () => 'version + 1' });
      await agreePrice(tx, before, details);
      await this.audit.record(tx, {
        ...{ actor, action: 'change', subjectType: 'session', subjectId: id },
        before: {
          ...{ payerMunicipalityId: before.payerMunicipalityId, decideOn: before.decideOn },
          ...{ priceCents: price?.priceCents ?? null, priceIsDemo: price?.isDemo ?? false },
        },
        after: {
          payerMunicipalityId,
          decideOn,
          priceCents: priceCents === null ? null : String(priceCents),
          priceIsDemo,
        },
      });
    });
  }
}
