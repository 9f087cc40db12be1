import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { SessionService, type SessionRow } from '../sessions/session.service.js';
import { ShareQueries, type ChosenKey } from './share.queries.js';
import { ShareService } from './share.service.js';

@Injectable()
export class SharingKeyService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(ShareQueries) private readonly queries: ShareQueries,
    @Inject(ShareService) private readonly shares: ShareService,
  ) {}

  /**
   * Chooses by what the cost of a session is shared. When it was committed already it is shared again at once, as far
   * as the budgets hold it: this is a choice, where people who come and go are a fact.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'sharing-of-non-member' or 'share-over-budget'
   */
  async choose(actor: Actor, sessionId: string, chosen: ChosenKey): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const session = await this.sessions.lockRow(tx, sessionId);
      if (session.status === 'cancelled') throw new DomainError('session-not-in-this-state');
      const before = await this.queries.findChosen(tx, sessionId);
      await this.writeKey(tx, actor, session, chosen);
      await this.audit.record(tx, {
        ...({ actor, action: 'chooseSharing', subjectType: 'session', subjectId: sessionId } as const),
        before: { sharingKey: before.key, percentages: before.percentages },
        after: { sharingKey: chosen.key, percentages: chosen.percentages },
      });
      await this.shares.shareAgain(tx, actor, session, (lineId, moves) =>
        this.shares.refuseUnlessFree(tx, actor, lineId, moves),
      );
    });
  }

  private async writeKey(
    tx: Tx,
    actor: Actor,
    { id: sessionId, regionId }: SessionRow,
    { key, percentages }: ChosenKey,
  ): Promise<void> {
    await tx.query('delete from sharing_key where session_id = $1', [sessionId]);
    if (key === 'payer') return;
    const chosen = { key, chosen_at: this.clock.now(), chosen_by: actor.accountId };
    if (!(await this.queries.areMembers(tx, percentages))) throw new DomainError('sharing-of-non-member');
    await insertRows(tx, 'sharing_key', [{ session_id: sessionId, region_id: regionId, ...chosen }]);
    await insertRows(
      tx,
      'sharing_percentage',
      percentages.map(({ municipalityId, units }) => ({
        ...{ session_id: sessionId, municipality_id: municipalityId, region_id: regionId, hundredths: units },
      })),
    );
  }
}
