import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { SessionService } from '../../sessions/session.service.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { AttendanceQueries } from '../attendance.queries.js';
import { takesMarks } from '../attendance.rules.js';
import { MarkBook, type Seen } from '../mark-book.js';
import { isGenuine, readEntryCode, type EntryPass } from '../../enrolment/entry-code.rules.js';
import { entryKeys } from '../../enrolment/entry-keys.js';
import { admit, type Admitted, type Sighting } from './sighting.rules.js';

/** A sighting as a device sends it: a code is text that is still to be read. */
export interface SentSighting extends Omit<Sighting, 'what'> {
  readonly what:
    Exclude<Sighting['what'], { kind: 'code' }> | { readonly kind: 'code'; readonly code: string };
}

/**
 * What became of a sighting: written as a mark, kept beside the marks of a session that is closed by now, or refused.
 * Of who is known, whom it was of.
 */
export type SightingAnswer = { readonly id: string } & (
  | { readonly outcome: 'saved' | 'kept-after-closing'; readonly enrolmentId: string; readonly name: string }
  | { readonly outcome: 'refused'; readonly reason: Refusal }
);

export type Refusal = Extract<Admitted, { refused: unknown }>['refused'] | 'not-given';

/** Takes in what devices at the door saw, perhaps hours ago. */
@Injectable()
export class CheckInService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(AttendanceQueries) private readonly attendance: AttendanceQueries,
    @Inject(MarkBook) private readonly book: MarkBook,
  ) {}

  /**
   * Checks people in; each sighting gets an answer of its own, and what was sent before changes nothing.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async checkIn(actor: Actor, sessionId: string, sent: readonly SentSighting[]): Promise<SightingAnswer[]> {
    await this.attendance.roster(actor, sessionId);
    return this.takeIn(actor, sessionId, sent);
  }

  /** Someone checks in themselves. That it is their own seat, and that they are there, the caller has seen. */
  checkInSelf(actor: Actor, sessionId: string, sent: SentSighting): Promise<SightingAnswer[]> {
    return this.takeIn(actor, sessionId, [sent]);
  }

  private takeIn(actor: Actor, sessionId: string, sent: readonly SentSighting[]): Promise<SightingAnswer[]> {
    return this.db.transaction(systemActor, async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const roster = await this.attendance.load(tx, sessionId);
      const secret = (await entryKeys(tx, [sessionId])).get(sessionId)!;
      const now = this.clock.now();
      const names = new Map(roster.people.map(({ enrolmentId, name }) => [enrolmentId, name]));
      const isGiven = takesMarks(roster.status) || roster.status === 'closed';
      const seen: Seen[] = [];
      const answers = sent.map((each): SightingAnswer => {
        if (!isGiven) return { id: each.id, outcome: 'refused', reason: 'not-given' };
        const sighting = withPass(each, secret);
        const admitted = admit(sighting, roster, now);
        if ('refused' in admitted) return { id: each.id, outcome: 'refused', reason: admitted.refused };
        seen.push(seenFrom(sighting, admitted));
        const outcome = roster.status === 'closed' ? 'kept-after-closing' : 'saved';
        const { enrolmentId } = admitted;
        return { id: each.id, outcome, enrolmentId, name: names.get(enrolmentId)! };
      });
      if (roster.status === 'closed') await this.book.keep(tx, actor, seen);
      else await this.book.write(tx, actor, seen);
      return answers;
    });
  }
}

function withPass({ what, ...rest }: SentSighting, secret: Buffer): Sighting {
  return { ...rest, what: what.kind === 'code' ? { kind: 'code', pass: passOf(what.code, secret) } : what };
}

function passOf(code: string, secret: Buffer): EntryPass | null {
  const read = readEntryCode(code);
  return read && isGenuine(read, secret) ? read.pass : null;
}

function seenFrom(
  { id, partId, what }: Sighting,
  { enrolmentId, observedAt }: { readonly enrolmentId: string; readonly observedAt: Date },
): Seen {
  const seen = { id, partId, enrolmentId, observedAt };
  return what.kind === 'withdrawal'
    ? { ...seen, kind: 'withdrawal', withdraws: what.withdraws }
    : { ...seen, kind: 'check-in' };
}
