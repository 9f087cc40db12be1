import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface GuestRow {
  readonly id: string;
  /** Null once it was kept long enough. */
  readonly name: string | null;
  readonly organisation: string;
  readonly aboveCapacity: boolean;
}

@Injectable()
export class GuestQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The guests of a session by name, as far as the actor may see them. */
  list(
    actor: Actor,
    sessionId: string,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<GuestRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<GuestRow>(
        tx,
        {
          select: 'id, name, organisation, above_capacity "aboveCapacity"',
          from: 'from session_guest where session_id = $1',
          orderBy: 'lower(name) nulls last, id',
          params: [sessionId],
        },
        slice,
      ),
    );
  }

  /** To which session a guest comes. @throws DomainError 'not-found' */
  async sessionOf(actor: Actor, id: string): Promise<string> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<{ sessionId: string }[]>('select session_id "sessionId" from session_guest where id = $1', [
        id,
      ]),
    );
    if (!row) throw new DomainError('not-found');
    return row.sessionId;
  }
}
