import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import type { ImportKindName } from './import-kind.js';

/** An import as the list shows it. */
export interface ImportFileRow {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly file_name: string;
  readonly uploaded_at: Date;
  /** Null when the file came by the command. */
  readonly uploaded_by_name: string | null;
  readonly applied_at: Date | null;
  readonly rows_added: number | null;
  readonly rows_changed: number | null;
  readonly rows_same: number | null;
}

const COLUMNS = `f.id, f.kind, f.file_name, f.uploaded_at, a.name uploaded_by_name, f.applied_at,
  f.rows_added, f.rows_changed, f.rows_same`;

@Injectable()
export class ImportsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Imports of the actor's region, the newest first. */
  page(
    actor: Actor,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ rows: ImportFileRow[]; total: number }> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<ImportFileRow[]>(
        `select ${COLUMNS} from import_file f left join account a on a.id = f.uploaded_by
         order by f.uploaded_at desc, f.id desc limit $1 offset $2`,
        [pageSize, (page - 1) * pageSize],
      );
      const counted = await tx.query<{ total: number }[]>('select count(*)::int total from import_file');
      return { rows, total: counted[0]!.total };
    });
  }

  async one(actor: Actor, id: string): Promise<ImportFileRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<ImportFileRow[]>(
        `select ${COLUMNS} from import_file f left join account a on a.id = f.uploaded_by where f.id = $1`,
        [id],
      ),
    );
    return rows[0] ?? null;
  }
}
