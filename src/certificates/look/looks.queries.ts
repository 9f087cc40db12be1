import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import type { CertificateLook } from '../certificate-pdf.js';

/** How the certificates of a municipality look now, for who may change that. */
export interface LookRow {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly region: string;
  /** 0 when nothing was ever chosen. */
  readonly version: number;
  /** `#rrggbb`; null for the colour of the platform. */
  readonly accent: string | null;
  readonly logo: Buffer | null;
  readonly writtenAt: Date | null;
}

/** The same in a list, without the picture itself. */
export type ListedLook = Omit<LookRow, 'logo' | 'region'> & { readonly hasLogo: boolean };

const NEWEST = `left join lateral (
    select version, accent, logo, written_at from certificate_look where municipality_id = m.id order by version desc limit 1
  ) l on true`;
// A contact chooses for the own municipality, a coordinator for each in the region.
const OWN = '($1::uuid is null or m.id = $1)';

@Injectable()
export class LooksQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The municipalities for which the actor may choose, by name. */
  list(
    actor: Actor,
    { q, limit, offset }: { readonly q: string | null; readonly limit: number; readonly offset: number },
  ): Promise<{ readonly total: number; readonly rows: ListedLook[] }> {
    return this.db.read(actor, async (tx) => {
      const matches = `${OWN} and ($2::text is null or m.name ilike '%' || $2 || '%')`;
      const [counted] = await tx.query<{ total: number }[]>(
        `select count(*)::int total from municipality m where ${matches}`,
        [ownOf(actor), q],
      );
      const rows = await tx.query<ListedLook[]>(
        `select m.id "municipalityId", m.name municipality, coalesce(l.version, 0) version, l.accent,
           l.logo is not null "hasLogo", l.written_at "writtenAt"
         from municipality m ${NEWEST} where ${matches} order by m.name, m.id limit $3 offset $4`,
        [ownOf(actor), q, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }

  /** Null for a municipality for which the actor may not choose. */
  one(actor: Actor, municipalityId: string): Promise<LookRow | null> {
    return this.db.read(actor, (tx) => lookFor(tx, actor, municipalityId));
  }

  /** How certificates look that are issued now, by municipality; those without a look of their own are left out. */
  async ofNow(municipalityIds: readonly string[]): Promise<ReadonlyMap<string, CertificateLook>> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<(CertificateLook & { municipalityId: string })[]>(
        `select distinct on (municipality_id) id, municipality_id "municipalityId", accent, logo
         from certificate_look where municipality_id = any($1) order by municipality_id, version desc`,
        [[...new Set(municipalityIds)]],
      ),
    );
    return new Map(rows.map(({ municipalityId, ...look }) => [municipalityId, look]));
  }
}

/** The same as `one`, in a transaction. */
export async function lookFor(tx: Tx, actor: Actor, municipalityId: string): Promise<LookRow | null> {
  const rows = await tx.query<LookRow[]>(
    `select m.id "municipalityId", m.name municipality, r.name region, coalesce(l.version, 0) version, l.accent, l.logo,
       l.written_at "writtenAt"
     from municipality m join region r on r.id = m.region_id ${NEWEST} where ${OWN} and m.id = $2`,
    [ownOf(actor), municipalityId],
  );
  return rows[0] ?? null;
}

const ownOf = ({ role, municipalityId }: Actor) => (role === 'contact' ? municipalityId : null);
