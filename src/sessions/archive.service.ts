import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { bookingsToCome, type Archivable } from './archive.queries.js';
import { bookingInFigures } from './clash.pages.js';
import { Trainer } from './trainers/trainer.entity.js';
import { Room, Venue } from './venues/venue.entity.js';

/** So many bookings are named when they are in the way. */
const NAMED = 5;

const ENTITIES = { trainer: Trainer, venue: Venue, room: Room } as const;

/** Takes trainers, venues and rooms out of use, and back into it. What was booked stays to be seen. */
@Injectable()
export class Archive {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * From now on nothing is booked with it. Archiving what is archived changes nothing. Answers its name.
   * @throws DomainError 'not-found', or 'booked-in-future', which names what is in the way
   */
  async archive(actor: Actor, kind: Archivable, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { name, archivedAt } = await this.lock(tx, kind, id);
      if (archivedAt !== null) return name;
      const now = this.clock.now();
      const booked = await bookingsToCome(tx, kind, id, now, NAMED);
      if (booked.length > 0)
        throw new DomainError('booked-in-future', {
          name,
          bookings: booked.map(bookingInFigures).join('; '),
        });
      await this.write(tx, actor, kind, { id, archivedAt: now });
      return name;
    });
  }

  /**
   * Takes it back into use. Answers its name.
   * @throws DomainError 'not-found'
   */
  async restore(actor: Actor, kind: Archivable, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const { name, archivedAt } = await this.lock(tx, kind, id);
      if (archivedAt !== null) await this.write(tx, actor, kind, { id, archivedAt: null });
      return name;
    });
  }

  /** Whoever books takes the same row, so nothing is booked meanwhile. */
  private async lock(tx: Tx, kind: Archivable, id: string): Promise<Trainer | Venue | Room> {
    const found = await tx.findOne<Trainer | Venue | Room>(ENTITIES[kind], {
      where: { id },
      lock: FOR_CHANGE,
    });
    if (!found) throw new DomainError('not-found');
    return found;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    kind: Archivable,
    { id, archivedAt }: { readonly id: string; readonly archivedAt: Date | null },
  ): Promise<void> {
    await tx.update<Trainer | Venue | Room>(ENTITIES[kind], id, { archivedAt, version: () => 'version + 1' });
    await this.audit.record(tx, {
      ...{ actor, action: archivedAt ? 'archive' : 'restore', subjectType: kind, subjectId: id },
    });
  }
}
