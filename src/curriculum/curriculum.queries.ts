import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { Requirement } from './curriculum.rules.js';

/** A function of the region. */
export interface FunctionChoice {
  readonly id: string;
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

/** The curriculum of a municipality; version 0 is of one that was never filled in. */
export interface CurriculumRow {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly version: number;
  readonly requirements: readonly Requirement[];
}

const CURRICULA = `
  select m.id "municipalityId", m.name municipality, coalesce(k.version, 0) version,
    (select coalesce(json_agg(json_build_object('functionId', r.function_id, 'level', r.level, 'source', r.source)
       order by r.function_id), '[]') from curriculum_requirement r where r.municipality_id = m.id) requirements
  from municipality m left join curriculum k on k.municipality_id = m.id
  where m.region_id = $1 and (m.is_member or k.municipality_id is not null) and ($2::uuid is null or m.id = $2)`;

/** The curricula of the municipalities of which the actor keeps them, by name; only of these municipalities where they are given. */
export function curricula(
  tx: Tx,
  actor: Actor,
  municipalityIds: readonly string[] | null = null,
): Promise<CurriculumRow[]> {
  const own = actor.role === 'contact' ? actor.municipalityId : null;
  return tx.query<CurriculumRow[]>(
    `${CURRICULA} and ($3::uuid[] is null or m.id = any($3)) order by m.name, m.id`,
    [actor.regionId, own, municipalityIds],
  );
}

export function functionsOf(tx: Tx, regionId: string | null): Promise<FunctionChoice[]> {
  return tx.query<FunctionChoice[]>(
    `select id, code, name_nl nl, name_en en from professional_function where region_id = $1 order by lower(name_nl), id`,
    [regionId],
  );
}

@Injectable()
export class CurriculumQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every curriculum that the actor keeps, with the functions of the region. */
  matrix(actor: Actor): Promise<{ curricula: CurriculumRow[]; functions: FunctionChoice[] }> {
    return this.db.read(actor, async (tx) => ({
      curricula: await curricula(tx, actor),
      functions: await functionsOf(tx, actor.regionId),
    }));
  }

  /** @throws DomainError 'not-found', also for the municipality of someone else */
  one(
    actor: Actor,
    municipalityId: string,
  ): Promise<{ curriculum: CurriculumRow; functions: FunctionChoice[] }> {
    return this.db.read(actor, async (tx) => {
      const [curriculum] = await curricula(tx, actor, [municipalityId]);
      if (!curriculum) throw new DomainError('not-found');
      return { curriculum, functions: await functionsOf(tx, actor.regionId) };
    });
  }
}
