import { systemActor, type Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import type { FunctionRow } from '../people/region.queries.js';
import type { KnownOrganisation } from './newcomer.rules.js';

/** Who has the account of an address, as one who asks. */
export interface AccountOfAddress {
  readonly actor: Actor;
  readonly isClosed: boolean;
}

/** What a newcomer has to choose from, and whom to ask when the own organisation is not there. */
export interface NewcomerChoices {
  readonly organisations: readonly KnownOrganisation[];
  readonly functions: readonly FunctionRow[];
  /** One for each municipality. */
  readonly helpers: readonly Helper[];
}

/** A contact of the municipality; where it has none, a coordinator of the region. */
export interface Helper {
  readonly municipality: string;
  readonly name: string;
  readonly email: string;
}

type AccountRow = Pick<
  Actor,
  'accountId' | 'role' | 'regionId' | 'name' | 'locale' | 'municipalityId' | 'professionalId'
>;

/** The session and the address of a link that still works; null when it is unknown, used or too old. */
export async function linkOf(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ sessionId: string; email: string } | null> {
  const [row] = await tx.query<{ sessionId: string; email: string }[]>(
    `select session_id "sessionId", email from enrolment_link
     where token_hash = $1 and used_at is null and expires_at > $2`,
    [tokenHash, now],
  );
  return row ?? null;
}

/** Null when the address has no account. */
export async function accountOf(tx: Tx, email: string): Promise<AccountOfAddress | null> {
  const [row] = await tx.query<(AccountRow & Pick<AccountOfAddress, 'isClosed'>)[]>(
    `select id "accountId", role, region_id "regionId", name, locale, municipality_id "municipalityId",
       professional_id "professionalId", closed_at is not null "isClosed"
     from account where email = $1`,
    [email],
  );
  if (!row) return null;
  const { isClosed, ...who } = row;
  return { isClosed, actor: { ...systemActor, ...who } };
}

/** The enrolment of this professional in a session that has not ended. */
export async function placeIn(tx: Tx, sessionId: string, professionalId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    "select id from enrolment where session_id = $1 and professional_id = $2 and status <> 'cancelled'",
    [sessionId, professionalId],
  );
  return row?.id ?? null;
}

/** How many links went to an address since then. */
export async function linksSince(tx: Tx, email: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    'select count(*)::int count from enrolment_link where email = $1 and created_at > $2',
    [email, since],
  );
  return row!.count;
}

export async function newcomerChoices(tx: Tx, regionId: string): Promise<NewcomerChoices> {
  const organisations = await tx.query<KnownOrganisation[]>(
    `select o.id, o.name, m.name municipality, o.email_domain "emailDomain"
     from organisation o join municipality m on m.id = o.municipality_id
     where o.region_id = $1 order by m.name, lower(o.name), o.id`,
    [regionId],
  );
  const functions = await tx.query<FunctionRow[]>(
    'select id, code, name_nl, name_en from professional_function where region_id = $1 order by lower(name_nl), id',
    [regionId],
  );
  const helpers = await tx.query<Helper[]>(
    `select distinct on (m.name, m.id) m.name municipality, a.name, a.email from municipality m
     join account a on a.region_id = m.region_id and a.closed_at is null and (
       (a.role = 'contact' and a.municipality_id = m.id)
       or (a.role = 'coordinator' and not exists (
         select from account c where c.role = 'contact' and c.municipality_id = m.id and c.closed_at is null)))
     where m.region_id = $1 order by m.name, m.id, a.name, a.id`,
    [regionId],
  );
  return { organisations, functions, helpers };
}
