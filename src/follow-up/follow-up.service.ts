import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { SessionService } from '../sessions/session.service.js';
import { FollowUpCampaign } from './follow-up.entity.js';
import type { TrainedWindow } from './follow-up.rules.js';
import { TRAINED_PEOPLE } from './trained-people.queries.js';

/** A campaign that has been launched, and how many people it invites. */
export interface Launched {
  readonly campaignId: string;
  readonly invited: number;
}

@Injectable()
export class FollowUpService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * Invites everyone who got a certificate in the window to a follow-up day, once each; the mails follow by a job.
   * @throws DomainError 'not-found', 'not-a-follow-up-day', 'enrolment-not-open', 'campaign-already-launched' or
   * 'nobody-to-invite'
   */
  async launch(actor: Actor, sessionId: string, window: TrainedWindow): Promise<Launched> {
    try {
      return await this.db.transaction(actor, (tx) => this.launchIn(tx, actor, sessionId, window));
    } catch (error) {
      if (violatedConstraint(error) === 'follow_up_campaign_once_per_session')
        throw new DomainError('campaign-already-launched');
      throw error;
    }
  }

  private async launchIn(tx: Tx, actor: Actor, sessionId: string, window: TrainedWindow): Promise<Launched> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    if (!(await isFollowUpDay(tx, session.courseId))) throw new DomainError('not-a-follow-up-day');
    if (!takesEnrolments(session, now)) throw new DomainError('enrolment-not-open');
    const campaignId = newId(now);
    const { regionId } = session;
    await tx.insert(FollowUpCampaign, { id: campaignId, regionId, sessionId, ...window, launchedAt: now });
    const invited = await invite(tx, campaignId, sessionId, window, now);
    if (invited === 0) throw new DomainError('nobody-to-invite');
    await this.outbox.publish(tx, 'follow-up.launched', { campaignId });
    await this.audit.record(tx, {
      actor,
      action: 'launch',
      subjectType: 'follow-up-campaign',
      subjectId: campaignId,
      after: { sessionId, ...window, invited },
    });
    return { campaignId, invited };
  }
}

async function isFollowUpDay(tx: Tx, courseId: string): Promise<boolean> {
  const [course] = await tx.query<{ level: string }[]>('select level from course where id = $1', [courseId]);
  return course?.level === 'follow-up';
}

async function invite(
  tx: Tx,
  campaignId: string,
  sessionId: string,
  { trainedFrom, trainedUntil }: TrainedWindow,
  now: Date,
): Promise<number> {
  const [counted] = await tx.query<{ invited: number }[]>(
    `with invited as (
       insert into follow_up_invitation (campaign_id, professional_id, municipality_id, invited_at)
       select $4, p.id, p.municipality_id, $5 ${TRAINED_PEOPLE} returning 1)
     select count(*)::int invited from invited`,
    [sessionId, trainedFrom, trainedUntil, campaignId, now],
  );
  return counted!.invited;
}
