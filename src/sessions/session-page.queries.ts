import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { systemActor, type Actor } from '../shared/actor.js';
import type { ShownStatus } from '../shared/message-status.js';
import { guestCount } from '../enrolment/guest-count.queries.js';
import { waitingPositions } from '../enrolment/waiting.queries.js';
import { SHOWN_STATUS } from '../mail-log/shown-status.queries.js';
import type { SessionRow } from './session.queries.js';

export interface SessionMessageRow {
  readonly id: string;
  readonly subject: string;
  readonly toName: string;
  readonly status: ShownStatus;
  readonly createdAt: Date;
}

/** What the page of a session shows beside the session itself. */
@Injectable()
export class SessionPageQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The place in the waiting list (1 is next), null when not waiting; the system counts, because others' rows decide it. */
  async waitingPosition(enrolmentId: string): Promise<number | null> {
    const positions = await this.db.read(systemActor, (tx) => waitingPositions(tx, [enrolmentId]));
    return positions.get(enrolmentId) ?? null;
  }

  /** The newest messages about a session, and how many there are in all. */
  messages(actor: Actor, id: string, limit: number): Promise<{ total: number; rows: SessionMessageRow[] }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        'select count(*)::int total from message where session_id = $1',
        [id],
      );
      const rows = await tx.query<SessionMessageRow[]>(
        `select m.id, m.subject, m.to_name "toName", ${SHOWN_STATUS} status, m.created_at "createdAt" from message m
         where m.session_id = $1 order by m.created_at desc, m.id desc limit $2`,
        [id, limit],
      );
      return { total: counted?.total ?? 0, rows };
    });
  }

  /** What the organisation of an in-company session is called; the system looks, because others may not see its row. */
  async organisation({ organisationId }: Pick<SessionRow, 'organisationId'>): Promise<string | null> {
    const [found] = await this.db.read(systemActor, (tx) =>
      tx.query<{ name: string }[]>('select name from organisation where id = $1', [organisationId]),
    );
    return found?.name ?? null;
  }

  /** How many of the seats taken are those of guests. */
  guests(sessionId: string): Promise<number> {
    return guestCount(this.db, sessionId);
  }
}
