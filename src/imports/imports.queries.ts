import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { ImportKindName } from './import-kind-names.rules.js';

/** An import as the list shows it. */
export interface ImportFileRow {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly file_name: string;
  readonly uploaded_at: Date;
  /** Null when the reader may not see that account. */
  readonly uploaded_by_name: string | null;
  /** Whether it came by the command instead of by someone who was signed in. */
  readonly by_command: boolean;
  readonly applied_at: Date | null;
  readonly rows_added: number | null;
  readonly rows_changed: number | null;
  readonly rows_same: number | null;
}

const COLUMNS = `f.id, f.kind, f.file_name, f.uploaded_at, a.name uploaded_by_name, f.uploaded_by is null by_command, f.applied_at,
  f.rows_added, f.rows_changed, f.rows_same`;

@Injectable()
export class ImportsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Imports of the actor's region, the newest first. */
  page(actor: Actor, slice: { page: number; pageSize: number }): Promise<Paged<ImportFileRow>> {
    return this.db.read(actor, (tx) =>
      pageOf(
        tx,
        {
          select: COLUMNS,
          from: 'from import_file f left join account a on a.id = f.uploaded_by where f.region_id = $1',
          orderBy: 'f.uploaded_at desc, f.file_name, f.id',
          params: [actor.regionId],
        },
        slice,
      ),
    );
  }

  async one(actor: Actor, id: string): Promise<ImportFileRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<ImportFileRow[]>(
        `select ${COLUMNS} from import_file f left join account a on a.id = f.uploaded_by where f.region_id = $1 and f.id = $2`,
        [actor.regionId, id],
      ),
    );
    return rows[0] ?? null;
  }
}
