import { Inject, Injectable } from '@nestjs/common';
import { entryKeys } from '../../enrolment/entry-keys.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { AttendanceQueries, type RosterPart } from '../attendance.queries.js';
import { takesMarks } from '../attendance.rules.js';
import { CheckInQueries, type OwnSeat } from './check-in.queries.js';
import { CheckInService } from './check-in.service.js';
import {
  isFromTheWall,
  partToEnter,
  readWallCode,
  secondsUntilNextCode,
  wallCode,
} from './wall-code.rules.js';

/** What the wall of a session shows at this moment; `code` is null when nobody can come in. */
export interface ShownWall {
  readonly courseTitle: string;
  readonly code: {
    readonly part: RosterPart;
    readonly url: string;
    /** Until the next code, 1 to 30. */
    readonly seconds: number;
    readonly people: { readonly inside: number; readonly total: number };
  } | null;
}

/** Where someone comes in who scanned the wall. */
export interface WallPlace {
  readonly seat: OwnSeat;
  readonly part: OwnSeat['parts'][number];
}

export type WallRefusal = 'sign-in' | 'not-for-you' | 'code-over' | 'no-seat' | 'nothing-today';

/** A code on the wall of the room, with which participants check in themselves. Whoever has it was there just now. */
@Injectable()
export class Wall {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(AttendanceQueries) private readonly attendance: AttendanceQueries,
    @Inject(CheckInQueries) private readonly queries: CheckInQueries,
    @Inject(CheckInService) private readonly door: CheckInService,
  ) {}

  /** @throws DomainError 'not-found', also for a trainer of another session */
  async shown(actor: Actor, sessionId: string): Promise<ShownWall> {
    const { courseTitle, parts, status } = await this.attendance.planned(actor, sessionId);
    const now = this.clock.now();
    const part = takesMarks(status) ? partToEnter(parts, now) : null;
    if (!part) return { courseTitle, code: null };
    const code = wallCode(sessionId, now, (await this.secretOf(sessionId))!);
    const url = `${this.config.publicUrl}/self-check-in/${code}`;
    const people = await this.queries.countIn(actor, part.id);
    return { courseTitle, code: { part, url, seconds: secondsUntilNextCode(now), people } };
  }

  /**
   * Where this code lets its reader in, or why it does not.
   * @throws DomainError 'not-found' for what is no code
   */
  async placeOf(actor: Actor | null, text: string): Promise<WallPlace | { readonly refused: WallRefusal }> {
    const code = readWallCode(text);
    if (!code) throw new DomainError('not-found');
    if (!actor) return { refused: 'sign-in' };
    if (actor.role !== 'professional') return { refused: 'not-for-you' };
    const now = this.clock.now();
    const secret = await this.secretOf(code.sessionId);
    if (!secret || !isFromTheWall(code, secret, now)) return { refused: 'code-over' };
    const seat = await this.queries.ownSeat(actor, code.sessionId);
    if (!seat) return { refused: 'no-seat' };
    const part = partToEnter(seat.parts, now);
    return part ? { seat, part } : { refused: 'nothing-today' };
  }

  /**
   * Checks in whoever scanned the code, themselves and nobody else, for the part of this moment.
   * @throws DomainError 'not-found' for who has no seat, 'not-checked-in' with the reason
   */
  async checkIn(actor: Actor, text: string, t: Translate): Promise<WallPlace> {
    const place = await this.placeOf(actor, text);
    if ('refused' in place && place.refused === 'no-seat') throw new DomainError('not-found');
    if ('refused' in place) throw refusal(t(`check-in.wall.refused.${place.refused}`));
    const observedAt = this.clock.now();
    const [answer] = await this.door.checkInSelf(actor, place.seat.sessionId, {
      ...{ id: newId(observedAt), partId: place.part.id, observedAt },
      what: { kind: 'name', enrolmentId: place.seat.enrolmentId },
    });
    if (answer!.outcome === 'refused') throw refusal(t(`check-in.refused.${answer!.reason}`));
    return place;
  }

  private async secretOf(sessionId: string): Promise<Buffer | undefined> {
    const keys = await this.db.transaction(systemActor, (tx) => entryKeys(tx, [sessionId]));
    return keys.get(sessionId);
  }
}

const refusal = (reason: string) => new DomainError('not-checked-in', { reason });
