import { Inject, Injectable } from '@nestjs/common';
import { roles, systemActor, type Role } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';

@Injectable()
export class AccountQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The account that was opened first in each role, for the local start, which shows a way in as each. */
  async oneOfEachRole(): Promise<{ role: Role; email: string }[]> {
    const found = await this.db.read(systemActor, (tx) =>
      tx.query<{ role: Role; email: string }[]>(
        'select distinct on (role) role, email from account where closed_at is null order by role, id',
      ),
    );
    return roles.flatMap((role) => found.filter((account) => account.role === role));
  }
}
