import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { addToDate, instantOf } from '../shared/local-date.js';
import { FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { MessageKey } from '../messages.js';
import { BookingClash } from './booking-clash.js';
import { taken } from './booking.queries.js';
import { clashesOf } from './clash.rules.js';
import { freeSlots, SLOT_DAYS, type Block } from './free-slot.rules.js';
import { PlanningQueries } from './planning.queries.js';
import type { Around, PartPlan, PartSetting } from './part-plan.rules.js';
import type { PlanFault } from './plan-fault.rules.js';
import { planFaults, type PlanSetting, type SessionPlan } from './session-plan.rules.js';
import { Trainer } from './trainers/trainer.entity.js';

/**
 * The constraints that keep everyone and every room in one session at a time, trainers out while they do not work, and
 * sessions out of rooms that are too small.
 */
const HELD_BY_THE_DATABASE = [
  'trainer_not_away_when_booked',
  'trainer_works_when_booked',
  'room_holds_its_sessions',
  'booked_in_use',
  'trainer_in_one_place_at_a_time',
  'room_for_one_session_at_a_time',
  'professional_in_one_place_at_a_time',
];

/** Parts that must find their trainers, rooms and people free; null for the session when it is a new one. */
export interface ToBook {
  readonly parts: readonly PartPlan[];
  readonly around: Around;
  readonly sessionId: string | null;
}

/** Refuses what cannot be planned, and says why. */
@Injectable()
export class PlanCheck {
  constructor(@Inject(PlanningQueries) private readonly planning: PlanningQueries) {}

  /** Answers what the plan was held against. @throws InvalidInput that names every fault of the plan */
  async refuseFaulty(actor: Actor, plan: SessionPlan): Promise<PlanSetting> {
    const setting = await this.planning.setting(actor);
    refuse(planFaults(plan, setting));
    return setting;
  }

  /**
   * Takes the trainers for the rest of the transaction, in a fixed order: who plans with one of them at the same moment
   * waits, and then sees what came first. Travel time between venues and weekly hours are only in the rules.
   */
  async takeTrainers(tx: Tx, parts: readonly PartPlan[]): Promise<void> {
    const ids = [...new Set(parts.flatMap(({ trainerIds }) => trainerIds))];
    if (ids.length === 0) return;
    await tx.find(Trainer, {
      select: { id: true },
      where: { id: In(ids) },
      order: { id: 'ASC' },
      lock: FOR_CHANGE,
    });
  }

  /**
   * To be asked after `takeTrainers`.
   * @throws BookingClash that names everything in the way, and the nearest free slots
   */
  async refuseClashes(tx: Tx, actor: Actor, toBook: ToBook, setting: PartSetting): Promise<void> {
    const { parts, sessionId } = toBook;
    const found = await taken(tx, {
      ...{ regionId: actor.regionId!, sessionId },
      // A day more on either side, for who is on the way.
      from: instantOf(addToDate(parts[0]!.date, { days: -SLOT_DAYS - 1 }), '00:00'),
      until: instantOf(addToDate(parts.at(-1)!.date, { days: SLOT_DAYS + 2 }), '00:00'),
      roomIds: parts.flatMap(({ roomId }) => roomId ?? []),
      trainerIds: parts.flatMap(({ trainerIds }) => trainerIds),
    });
    const [first, ...more] = clashesOf(parts, found, setting);
    if (!first) return;
    throw new BookingClash([first, ...more], freeSlots(dayOf(toBook, first.part), found, setting));
  }

  /**
   * Does the work, and once more when the database refused it for what came in between: then it can be named, if the
   * work looks at everything anew.
   * @throws DomainError 'changed-meanwhile' when what was in the way is gone again
   */
  async naming<T>(work: () => Promise<T>): Promise<T> {
    const attempt = async () => {
      try {
        return { done: await work() };
      } catch (error) {
        if (HELD_BY_THE_DATABASE.includes(violatedConstraint(error) ?? '')) return null;
        throw error;
      }
    };
    const result = (await attempt()) ?? (await attempt());
    if (!result) throw new DomainError('changed-meanwhile');
    return result.done;
  }
}

/** The parts on the day of one of them, which move together, and what stands before and after that day. */
function dayOf({ parts, around }: ToBook, at: number): Block {
  const onDay = parts.filter(({ date }) => date === parts[at]!.date);
  const first = parts.indexOf(onDay[0]!);
  return {
    parts: onDay,
    previous: parts[first - 1] ?? around.previous,
    next: parts[first + onDay.length] ?? around.next,
  };
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
