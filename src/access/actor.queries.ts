import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor, type Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { Turns } from '../platform/batching/turns.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { queryPrepared } from '../platform/database/query-prepared.js';
import { hashToken } from './tokens.rules.js';
import { IS_USABLE } from './usable-account.queries.js';

interface ActorRow {
  token_hash: string;
  account_id: string;
  role: Role;
  name: string;
  locale: Locale;
  region_id: string;
  region_name: string;
  region_is_demo: boolean;
  municipality_id: string | null;
  professional_id: string | null;
  trainer_id: string | null;
}

const ACTOR_COLUMNS = `a.id account_id, a.role, a.name, a.locale, a.region_id, r.name region_name, r.is_demo region_is_demo,
  a.municipality_id, a.professional_id, a.trainer_id`;

const BEHIND = {
  signIn: `select s.token_hash, ${ACTOR_COLUMNS} from sign_in s join account a on a.id = s.account_id join region r on r.id = a.region_id
     where s.token_hash = any($1) and s.ended_at is null and s.expires_at > $2 and ${IS_USABLE}`,
  apiKey: `select k.token_hash, ${ACTOR_COLUMNS} from api_key k join account a on a.id = k.account_id join region r on r.id = a.region_id
     where k.token_hash = any($1) and k.revoked_at is null and k.expires_at > $2 and ${IS_USABLE}`,
};
const LARGEST_TURN = 100;

/** Who is behind a cookie or a key. In a rush, who comes while one look is under way shares the next one. */
@Injectable()
export class ActorQueries {
  private readonly looks = new Turns<string, Actor | null>(
    (behind, tokens) => this.find(BEHIND[behind as keyof typeof BEHIND], tokens),
    LARGEST_TURN,
  );

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The actor who is signed in with this cookie, or null. */
  bySignIn(token: string): Promise<Actor | null> {
    return this.looks.join('signIn', token);
  }

  /** The actor in whose name this API key acts, or null. */
  byApiKey(token: string): Promise<Actor | null> {
    return this.looks.join('apiKey', token);
  }

  private async find(sql: string, tokens: readonly string[]): Promise<(Actor | null)[]> {
    const hashes = tokens.map(hashToken);
    const rows = await this.db.read(systemActor, (tx) =>
      queryPrepared<ActorRow[]>(tx, sql, [[...new Set(hashes)], this.clock.now()]),
    );
    const actors = new Map(rows.map((row) => [row.token_hash, actorOf(row)]));
    return hashes.map((hash) => actors.get(hash) ?? null);
  }
}

function actorOf(row: ActorRow): Actor {
  return {
    role: row.role,
    accountId: row.account_id,
    regionId: row.region_id,
    municipalityId: row.municipality_id,
    professionalId: row.professional_id,
    trainerId: row.trainer_id,
    name: row.name,
    locale: row.locale,
    regionName: row.region_name,
    regionIsDemo: row.region_is_demo,
  };
}
