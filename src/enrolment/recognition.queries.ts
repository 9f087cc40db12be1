import { Inject, Injectable } from '@nestjs/common';
import type { EntryLevel } from '../courses/course-level.rules.js';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface RecognitionRow {
  readonly id: string;
  readonly professionalId: string;
  readonly name: string;
  readonly municipality: string;
  readonly level: EntryLevel;
  /** Null once it was kept long enough. */
  readonly basis: string | null;
  /** Local date. */
  readonly validUntil: string | null;
}

/** Someone to let into a session, and the level that its course asks for. */
export interface Exception {
  readonly professionalId: string;
  readonly name: string;
  readonly entryLevel: EntryLevel | null;
}

const COLUMNS = `r.id, r.professional_id "professionalId", p.name, m.name municipality, r.level, r.basis,
  r.valid_until::text "validUntil"`;

@Injectable()
export class RecognitionQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Recognitions as far as the actor may see them, by name. */
  list(
    actor: Actor,
    q: string | null,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<RecognitionRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<RecognitionRow>(
        tx,
        {
          select: COLUMNS,
          from: `from recognition r join professional p on p.id = r.professional_id
            join municipality m on m.id = r.municipality_id
            where $1::text is null or position(lower($1) in lower(concat(p.name, ' ', r.basis))) > 0`,
          orderBy: 'lower(p.name), r.recorded_at desc, r.id',
          params: [q],
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async exception(actor: Actor, sessionId: string, professionalId: string): Promise<Exception> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<Exception[]>(
        `select p.id "professionalId", p.name, c.entry_level "entryLevel"
         from session s join course c on c.id = s.course_id join professional p on p.id = $2
         where s.id = $1`,
        [sessionId, professionalId],
      ),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }
}
