import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import type { MessageStatus } from '../shared/message-status.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface MailRow {
  readonly id: string;
  readonly to_name: string;
  readonly to_address: string;
  readonly subject: string;
  readonly status: MessageStatus;
  readonly created_at: Date;
  readonly has_calendar: boolean;
}

export interface LetterRow extends MailRow {
  readonly text_body: string;
  readonly calendar_file: string | null;
}

const COLUMNS = `id, to_name, to_address, subject, status, created_at, calendar_file is not null has_calendar`;

/** The mail of everyone: only local mode, where whoever opens the page runs the whole product, may ask. */
@Injectable()
export class MailboxQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The newest first; `q` looks in name, address and subject. */
  newest(
    q: string | null,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<MailRow>> {
    const from = `from message
      where $1::text is null or strpos(lower(to_name || ' ' || to_address || ' ' || subject), lower($1)) > 0`;
    return this.db.read(systemActor, (tx) =>
      pageOf<MailRow>(tx, { select: COLUMNS, from, orderBy: 'created_at desc, id desc', params: [q] }, slice),
    );
  }

  async letter(id: string): Promise<LetterRow | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<LetterRow[]>(`select ${COLUMNS}, text_body, calendar_file from message where id = $1`, [id]),
    );
    return rows[0] ?? null;
  }
}
