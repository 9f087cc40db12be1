import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor, type Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { hashToken } from './tokens.rules.js';

interface ActorRow {
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

/** Who is behind a cookie or a key. */
@Injectable()
export class ActorQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The actor who is signed in with this cookie, or null. */
  bySignIn(token: string): Promise<Actor | null> {
    return this.find(
      `select ${ACTOR_COLUMNS} from sign_in s join account a on a.id = s.account_id join region r on r.id = a.region_id
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and a.closed_at is null`,
      token,
    );
  }

  /** The actor in whose name this API key acts, or null. */
  byApiKey(token: string): Promise<Actor | null> {
    return this.find(
      `select ${ACTOR_COLUMNS} from api_key k join account a on a.id = k.account_id join region r on r.id = a.region_id
       where k.token_hash = $1 and k.revoked_at is null and k.expires_at > $2 and a.closed_at is null`,
      token,
    );
  }

  private async find(sql: string, token: string): Promise<Actor | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<ActorRow[]>(sql, [hashToken(token), this.clock.now()]),
    );
    const row = rows[0];
    if (!row) return null;
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
}
