import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { violatedConstraint } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate } from '../platform/i18n/format.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { MessageKey } from '../messages.js';
import { PlanningQueries } from './planning.queries.js';
import { planFaults, type PartPlan, type PlanFault, type SessionPlan } from './session-plan.rules.js';

/** Refuses what cannot be planned, and says why. */
@Injectable()
export class PlanCheck {
  constructor(@Inject(PlanningQueries) private readonly planning: PlanningQueries) {}

  /** @throws InvalidInput that names every fault of the plan */
  async refuseFaulty(actor: Actor, plan: SessionPlan): Promise<void> {
    refuse(planFaults(plan, await this.planning.setting(actor)));
  }

  /**
   * Does the work when every trainer is free for these parts of the session (null for a new one). The constraint in
   * the database settles a race; then the question is asked again, to name what was in the way.
   * @throws DomainError 'trainer-double-booked', or 'changed-meanwhile' when what was in the way is gone again
   */
  async withTrainersFree<T>(
    actor: Actor,
    parts: readonly PartPlan[],
    sessionId: string | null,
    work: () => Promise<T>,
  ): Promise<T> {
    await this.refuseClash(actor, parts, sessionId);
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) !== 'trainer_in_one_place_at_a_time') throw error;
      await this.refuseClash(actor, parts, sessionId);
      throw new DomainError('changed-meanwhile');
    }
  }

  private async refuseClash(actor: Actor, parts: readonly PartPlan[], sessionId: string | null) {
    const clash = await this.planning.clash(actor, parts, sessionId);
    if (!clash) return;
    // A date in figures reads the same in both languages; a refusal does not know its reader's.
    throw new DomainError('trainer-double-booked', { ...clash, date: formatDate(clash.date, 'nl', 'short') });
  }
}

/** @throws InvalidInput when there is a fault; its texts are the messages `sessions.fault.<reason>` */
export function refuse(faults: readonly PlanFault[]): void {
  if (faults.length === 0) return;
  throw new InvalidInput(
    faults.map(({ path, reason, params }) => ({
      code: 'custom',
      path: [...path],
      message: reason,
      params: { key: `sessions.fault.${reason}` satisfies MessageKey, ...params },
    })),
  );
}
