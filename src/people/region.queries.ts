import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Slice } from './people.queries.js';

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly lead_municipality_id: string | null;
  readonly is_demo: boolean;
  readonly travel_minutes: number;
  readonly wishes_kept_days: number;
  readonly reasons_kept_months: number;
  readonly guest_names_kept_months: number;
  readonly expiry_mail_days: number;
}

export interface MunicipalityRow {
  readonly id: string;
  readonly cbs_code: string;
  readonly name: string;
  readonly is_member: boolean;
}

export interface FunctionRow {
  readonly id: string;
  readonly code: string;
  readonly name_nl: string;
  readonly name_en: string;
}

const EVERYTHING: Slice = { page: 1, pageSize: 1_000 };

/** What a region consists of; everyone in the region may see it. */
@Injectable()
export class RegionQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  regions(actor: Actor, q: string | null, slice: Slice): Promise<Paged<RegionRow>> {
    const select = `id, name, lead_municipality_id, is_demo, travel_minutes, wishes_kept_days, reasons_kept_months,
      guest_names_kept_months, expiry_mail_days`;
    const from = `from region where id = $1 and ($2::text is null or position(lower($2) in lower(name)) > 0)`;
    return this.list(actor, { select, from, orderBy: 'name', q }, slice);
  }

  municipalities(
    actor: Actor,
    q: string | null = null,
    slice: Slice = EVERYTHING,
  ): Promise<Paged<MunicipalityRow>> {
    const from = `from municipality where region_id = $1
      and ($2::text is null or position(lower($2) in lower(cbs_code || ' ' || name)) > 0)`;
    return this.list(actor, { select: 'id, cbs_code, name, is_member', from, orderBy: 'name', q }, slice);
  }

  functions(actor: Actor, q: string | null = null, slice: Slice = EVERYTHING): Promise<Paged<FunctionRow>> {
    const from = `from professional_function where region_id = $1
      and ($2::text is null or position(lower($2) in lower(code || ' ' || name_nl || ' ' || name_en)) > 0)`;
    const select = 'id, code, name_nl, name_en';
    return this.list(actor, { select, from, orderBy: 'lower(name_nl), id', q }, slice);
  }

  private list<Row>(
    actor: Actor,
    { q, ...query }: { select: string; from: string; orderBy: string; q: string | null },
    slice: Slice,
  ): Promise<Paged<Row>> {
    return this.db.read(actor, (tx) => pageOf<Row>(tx, { ...query, params: [actor.regionId, q] }, slice));
  }
}
