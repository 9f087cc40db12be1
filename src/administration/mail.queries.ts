import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

/** Since when no mail leaves, and who stopped it; the name is null for someone of another region. */
export interface MailStop {
  readonly stopped_at: Date;
  readonly name: string | null;
}

export interface DeadAddressRow {
  /** The mail that could not be delivered. */
  readonly message_id: string;
  readonly address: string;
  readonly name: string;
  readonly died_at: Date;
  readonly answer: string;
}

@Injectable()
export class MailQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Null while mail leaves as it should. */
  async stop(actor: Actor): Promise<MailStop | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<MailStop[]>(
        'select s.stopped_at, a.name from mail_stop s left join account a on a.id = s.account_id',
      ),
    );
    return rows[0] ?? null;
  }

  /** The addresses of the region to which nothing is sent any more, the last that died first. */
  deadAddresses(
    actor: Actor,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<DeadAddressRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<DeadAddressRow>(
        tx,
        {
          select: 'message_id, address, name, died_at, answer',
          from: 'from dead_address',
          orderBy: 'died_at desc, address',
          params: [],
        },
        slice,
      ),
    );
  }
}
