import { Inject, Injectable } from '@nestjs/common';
import type { EntryLevel } from '../courses/course-level.rules.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { CoverageGroup, CoverageState } from './coverage.rules.js';
import { functionsOf, type FunctionChoice } from './curriculum.queries.js';
import {
  FILTERED,
  PLACES,
  STANDING,
  standingParams,
  WAITS,
  type CoverageFilter,
} from './standing.queries.js';

/** Someone of whom the curriculum asks something. Dates are local. */
export interface CoverageRow {
  readonly professionalId: string;
  readonly name: string;
  readonly email: string;
  readonly municipality: string;
  readonly organisation: string;
  readonly contactName: string;
  readonly functionNl: string;
  readonly functionEn: string;
  readonly level: EntryLevel;
  readonly state: CoverageState;
  /** Of the best certificate; null for none, and for one that is valid always. */
  readonly validUntil: string | null;
  /** The first day of a session in which this person has or asked a place; null for none. */
  readonly placeOn: string | null;
  /** Whether a certificate of the level waits for a follow-up day. */
  readonly waits: boolean;
  /** When this person was last invited because of the curriculum; null for never. */
  readonly invitedAt: Date | null;
}

/** How many people stand how. */
export interface CoverageFigures extends Readonly<Record<CoverageState, number>> {
  /** Of how many people something is asked. */
  readonly people: number;
}

export interface CoverageGroupRow extends CoverageFigures {
  /** Of the municipality, function or organisation; the address of a contact. */
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** The municipality of an organisation; null for the other groups. */
  readonly municipality: string | null;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

const FIGURES = `count(*)::int people, ${['never', 'expired', 'expiring', 'covered']
  .map((state) => `count(*) filter (where s.state = '${state}')::int "${state}"`)
  .join(', ')}`;
/** Of each group its key, its names and what it is ordered by. */
const groups: Readonly<Record<CoverageGroup, string>> = {
  municipality: `m.id::text id, m.name nl, m.name en, null municipality`,
  function: `f.id::text id, f.name_nl nl, f.name_en en, null municipality`,
  organisation: `o.id::text id, o.name nl, o.name en, m.name municipality`,
  contact: `lower(o.contact_email) id, min(o.contact_name) nl, min(o.contact_name) en, null municipality`,
};
const keys: Readonly<Record<CoverageGroup, string>> = {
  municipality: 'm.id',
  function: 'f.id',
  organisation: 'o.id, m.name',
  contact: 'lower(o.contact_email)',
};
const GROUPED = `from ${STANDING} s join organisation o on o.id = s.organisation_id
  join municipality m on m.id = s.municipality_id join professional_function f on f.id = s.function_id
  where ($5::uuid is null or s.municipality_id = $5)`;
const EVERYONE: CoverageFilter = {
  ...{ show: 'all', municipalityId: null, functionId: null, organisationId: null, q: null },
};

/** How the people of the region stand before the curriculum, as far as the actor may see them. */
@Injectable()
export class CoverageQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of the figures per group, where most lack a certificate first, and the figures of all together. */
  figures(
    actor: Actor,
    by: CoverageGroup,
    municipalityId: string | null,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<CoverageGroupRow> & { readonly sum: CoverageFigures }> {
    const params = [...this.params(actor, EVERYONE).slice(0, 4), municipalityId];
    const from = `from (select ${groups[by]}, ${FIGURES} ${GROUPED} group by ${keys[by]}) counted`;
    return this.db.read(actor, async (tx) => {
      const query = { select: '*', from, orderBy: 'never + expired desc, lower(nl), id', params };
      const found = await pageOf<CoverageGroupRow>(tx, query, page);
      const [sum] = await tx.query<CoverageFigures[]>(`select ${FIGURES} ${GROUPED}`, params);
      return { ...found, sum: sum! };
    });
  }

  /** One page of the people whom a filter shows, by name. */
  people(
    actor: Actor,
    filter: CoverageFilter,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<CoverageRow>> {
    const query = {
      select: `s.id "professionalId", s.name, s.email, o.name organisation, o.contact_name "contactName", s.level, s.state,
        (select name from municipality where id = s.municipality_id) municipality,
        (select name_nl from professional_function where id = s.function_id) "functionNl",
        (select name_en from professional_function where id = s.function_id) "functionEn",
        s.until::text "validUntil", (select min(days.first_date)::text ${PLACES('$10')}) "placeOn",
        ${WAITS} waits,
        (select max(i.invited_at) from curriculum_invitation i where i.professional_id = s.id) "invitedAt"`,
      // The count knows the time as well, so that both take the same parameters.
      from: `${FILTERED} and $10::timestamptz is not null`,
      orderBy: 'lower(s.name), s.id',
      params: [...this.params(actor, filter), this.clock.now()],
    };
    return this.db.read(actor, (tx) => pageOf<CoverageRow>(tx, query, page));
  }

  municipalities(actor: Actor): Promise<Choice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<Choice[]>(
        'select id, name from municipality where region_id = $1 and is_member and ($2::uuid is null or id = $2) order by name',
        [actor.regionId, actor.role === 'contact' ? actor.municipalityId : null],
      ),
    );
  }

  /** What the list can be narrowed down to: only organisations with people of whom something is asked. */
  async choices(
    actor: Actor,
  ): Promise<{ municipalities: Choice[]; functions: FunctionChoice[]; organisations: Choice[] }> {
    const municipalities = await this.municipalities(actor);
    return this.db.read(actor, async (tx) => ({
      municipalities,
      functions: await functionsOf(tx, actor.regionId),
      organisations: await tx.query<Choice[]>(
        `select o.id, o.name from organisation o where o.region_id = $1 and ($2::uuid is null or o.municipality_id = $2)
           and exists (select from professional p join curriculum_requirement r on r.municipality_id = p.municipality_id
             and r.function_id = p.function_id where p.organisation_id = o.id)
         order by lower(o.name), o.id`,
        [actor.regionId, actor.role === 'contact' ? actor.municipalityId : null],
      ),
    }));
  }

  private params(actor: Actor, filter: CoverageFilter): unknown[] {
    return standingParams(actor, localDateOf(this.clock.now()), filter);
  }
}
