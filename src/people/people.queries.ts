import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface ProfessionalRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly function_id: string;
  readonly function_code: string;
  readonly function_nl: string;
  readonly function_en: string;
}

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly contact_name: string;
  readonly contact_email: string;
  /** 'YYYY-MM-DD' */
  readonly review_on: string;
  readonly professionals: number;
}

export interface PeopleFilter {
  readonly q: string | null;
  readonly municipality?: string | undefined;
  readonly organisation?: string | undefined;
  readonly function?: string | undefined;
  /** 'none': only who has followed and planned no training. */
  readonly training?: 'none' | undefined;
}

export interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

const PROFESSIONAL = `p.id, p.name, p.email, p.municipality_id, m.name municipality_name, p.organisation_id,
  o.name organisation_name, p.function_id, f.code function_code, f.name_nl function_nl, f.name_en function_en`;
const ORGANISATION = `o.id, o.name, o.municipality_id, m.name municipality_name, o.contact_name, o.contact_email,
  o.review_on::text review_on, (select count(*)::int from professional p where p.organisation_id = o.id) professionals`;

/** Whether professional `p` has no certificate, no seat and no place in a waiting list. */
export const WITHOUT_TRAINING = `
  not exists (select from certificate c where c.professional_id = p.id and c.revoked_at is null)
  and not exists (select from enrolment e where e.professional_id = p.id and e.status <> 'cancelled')`;

/** The register of people, as far as the actor may see it: a contact sees the own municipality only. */
@Injectable()
export class PeopleQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  professionals(actor: Actor, filter: PeopleFilter, slice: Slice): Promise<Paged<ProfessionalRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<ProfessionalRow>(
        tx,
        {
          select: PROFESSIONAL,
          from: `from professional p join municipality m on m.id = p.municipality_id
            join organisation o on o.id = p.organisation_id join professional_function f on f.id = p.function_id
            where p.region_id = $1 and ($2::uuid is null or p.municipality_id = $2)
              and ($3::text is null or position(lower($3) in lower(p.name || ' ' || p.email)) > 0)
              and ($4::uuid is null or p.municipality_id = $4) and ($5::uuid is null or p.organisation_id = $5)
              and ($6::uuid is null or p.function_id = $6)
              ${filter.training === 'none' ? `and ${WITHOUT_TRAINING}` : ''}`,
          orderBy: 'lower(p.name), p.id',
          params: [...wallOf(actor), filter.q, filter.municipality, filter.organisation, filter.function],
        },
        slice,
      ),
    );
  }

  organisations(actor: Actor, filter: PeopleFilter, slice: Slice): Promise<Paged<OrganisationRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<OrganisationRow>(
        tx,
        {
          select: ORGANISATION,
          from: `from organisation o join municipality m on m.id = o.municipality_id
            where o.region_id = $1 and ($2::uuid is null or o.municipality_id = $2)
              and ($3::text is null or position(lower($3) in lower(o.name || ' ' || o.contact_name)) > 0)
              and ($4::uuid is null or o.municipality_id = $4)`,
          orderBy: 'lower(o.name), m.name, o.id',
          params: [...wallOf(actor), filter.q, filter.municipality],
        },
        slice,
      ),
    );
  }
}

/** The region, and the municipality when the actor is of one. */
function wallOf(actor: Actor): [string | null, string | null] {
  return [actor.regionId, actor.role === 'contact' ? actor.municipalityId : null];
}
