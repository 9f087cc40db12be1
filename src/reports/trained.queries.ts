import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';

/** How many different people of a municipality were trained in a year, and who says so. */
export interface TrainedRow {
  readonly year: number;
  readonly municipality: string;
  readonly professionalsTrained: number;
  /** The document a figure from before this platform comes from; null for our own certificates. */
  readonly source: string | null;
}

const TRAINED = `(
  select year, municipality_id, professionals_trained, source from training_history
  union all
  select extract(year from issued_on)::int, municipality_id, count(distinct professional_id)::int, source
  from certificate where revoked_at is null group by 1, 2, 4) trained
  where $1::uuid is null or municipality_id = $1`;

@Injectable()
export class TrainedQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of the figures the actor may see, the latest year first, and how many there are. */
  trained(
    actor: Actor,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: TrainedRow[] }> {
    // A contact also sees what people who work there now earned in another municipality; this is about municipalities.
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total from ${TRAINED}`, [
        own,
      ]);
      const rows = await tx.query<TrainedRow[]>(
        `select year, m.name municipality, professionals_trained "professionalsTrained", source
         from (select * from ${TRAINED}) t join municipality m on m.id = municipality_id
         order by year desc, m.name, source nulls first limit $2 offset $3`,
        [own, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }
}
