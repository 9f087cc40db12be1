import { Inject, Injectable } from '@nestjs/common';
import type { MessageKey } from '../messages.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { CampaignFormQueries, openDays, type Found } from './campaign-form.queries.js';
import { campaignFaults, lastMoment, MOST_WAVES, type CampaignPlan } from './campaign-plan.rules.js';
import { FollowUpCampaign } from './follow-up.entity.js';
import { waveMoments } from './follow-up.rules.js';
import { freeSeatsPerDay } from './free-seats.queries.js';
import { turnsOf, type Looking } from './trained-people.queries.js';
import { planWaves, together, type Candidate, type FreeSeats } from './waves.rules.js';

/** Of two campaigns at once the second sees whom the first invites. */
const LAUNCHING = 7_204;

/** Everyone's turn: when each wave goes, and for whom; and for whom there is no turn. */
export interface Turns {
  readonly waves: readonly { readonly dueAt: Date; readonly people: readonly Candidate[] }[];
  readonly left: readonly Candidate[];
}

/** What a campaign would do if it were launched now. */
export interface Preview extends Found {
  readonly turns: readonly Candidate[];
  readonly planned: Turns;
}

@Injectable()
export class CampaignService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CampaignFormQueries) private readonly queries: CampaignFormQueries,
  ) {}

  /**
   * Whom a campaign would invite, and when; nothing is sent.
   * @throws InvalidInput that names every fault of the plan
   */
  async preview(actor: Actor, plan: CampaignPlan): Promise<Preview> {
    const until = await this.refuseFaulty(actor, plan);
    const found = await this.queries.found(actor, this.looking(actor, plan));
    return { ...found, planned: this.turns(plan, found.turns, found.seats, until) };
  }

  /** Whom a campaign looks for at this moment. */
  looking(actor: Actor, { sessionIds, cohort }: CampaignPlan): Looking {
    return { regionId: actor.regionId!, sessionIds, cohort, now: this.clock.now() };
  }

  /**
   * Plans everyone's invitation, all of them or none; the mails follow by a job. `id` is drawn before the button is
   * pressed, so that pressing it twice launches one campaign.
   * @throws InvalidInput that names every fault of the plan; DomainError 'nobody-to-invite'
   */
  async launch(actor: Actor, id: string, plan: CampaignPlan): Promise<void> {
    const until = await this.refuseFaulty(actor, plan);
    try {
      await this.db.transaction(actor, (tx) => this.launchIn(tx, actor, id, plan, until));
    } catch (error) {
      if (violatedConstraint(error) !== 'follow_up_campaign_pkey') throw error;
    }
  }

  /**
   * Lets no further invitations and reminders go; who was invited can still answer. Once more changes nothing.
   * @throws DomainError 'not-found'
   */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const campaign = await tx.findOne(FollowUpCampaign, { where: { id }, lock: FOR_CHANGE });
      if (!campaign) throw new DomainError('not-found');
      if (campaign.stoppedAt) return;
      await tx.update(FollowUpCampaign, { id }, { stoppedAt: this.clock.now() });
      await this.audit.record(tx, {
        ...{ actor, action: 'stopCampaign', subjectType: 'follow-up-campaign', subjectId: id },
      });
    });
  }

  private async launchIn(tx: Tx, actor: Actor, id: string, plan: CampaignPlan, until: Date): Promise<void> {
    const regionId = actor.regionId!;
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [LAUNCHING, regionId]);
    if (await tx.existsBy(FollowUpCampaign, { id })) return;
    const looking = this.looking(actor, plan);
    const people = await turnsOf(tx, looking);
    if (people.length === 0) throw new DomainError('nobody-to-invite');
    const seats = together((await freeSeatsPerDay(tx, plan.sessionIds, looking.now)).values());
    const { title, cohort, remindDays, sessionIds } = plan;
    await tx.insert(FollowUpCampaign, {
      ...{ id, regionId, title, ...cohort, remindDays },
      ...{ launchedAt: looking.now, launchedBy: actor.accountId, stoppedAt: null },
    });
    await insertRows(
      tx,
      'follow_up_day',
      sessionIds.map((sessionId) => ({ campaign_id: id, session_id: sessionId })),
    );
    await insertTurns(tx, { id, regionId }, this.turns(plan, people, seats, until));
    await this.outbox.publish(tx, 'follow-up.launched', { campaignId: id });
    await this.audit.record(tx, {
      ...{ actor, action: 'launch', subjectType: 'follow-up-campaign', subjectId: id },
      after: { title, sessionIds, ...cohort, remindDays, invited: people.length },
    });
  }

  private turns(plan: CampaignPlan, people: readonly Candidate[], seats: FreeSeats, until: Date): Turns {
    const moments = waveMoments(plan, { now: this.clock.now(), until, most: MOST_WAVES });
    const { waves, left } = planWaves(people, seats, { size: plan.waveSize, most: moments.length });
    return { waves: waves.map((wave, index) => ({ dueAt: moments[index]!, people: wave })), left };
  }

  /**
   * @returns the instant from which nobody can enrol in any day of the plan
   * @throws InvalidInput that names every fault of the plan
   */
  private async refuseFaulty(actor: Actor, plan: CampaignPlan): Promise<Date> {
    const now = this.clock.now();
    const days = await this.db.read(actor, (tx) => openDays(tx, actor.regionId!, now));
    const known = await this.queries.names(actor, plan.cohort);
    const setting = {
      now,
      days: new Map(days.map((day) => [day.sessionId, day.enrolmentEndsAt])),
      known: new Set(known.keys()),
    };
    const faults = campaignFaults(plan, setting);
    if (faults.length > 0)
      throw new InvalidInput(
        faults.map(({ path, reason }) => ({
          ...{ code: 'custom' as const, path: [path], message: reason },
          params: { key: `follow-up.fault.${reason}` satisfies MessageKey },
        })),
      );
    return lastMoment(plan, setting);
  }
}

/** Writes down all waves and invitations: in as many statements for ten people as for ten thousand. */
async function insertTurns(
  tx: Tx,
  { id, regionId }: { readonly id: string; readonly regionId: string },
  { waves, left }: Turns,
): Promise<void> {
  await insertRows(
    tx,
    'follow_up_wave',
    waves.map(({ dueAt }, index) => ({ campaign_id: id, ordinal: index + 1, due_at: dueAt })),
  );
  const row = (wave: number | null) => (person: Candidate) => ({
    ...{ campaign_id: id, professional_id: person.id, region_id: regionId },
    ...{ municipality_id: person.municipalityId, wave },
  });
  await insertRows(tx, 'follow_up_invitation', [
    ...waves.flatMap(({ people }, index) => people.map(row(index + 1))),
    ...left.map(row(null)),
  ]);
}
