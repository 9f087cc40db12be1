import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { UploadedFile } from '../platform/web/upload.js';
import { newId } from '../shared/ids.js';
import type { Actor } from '../shared/actor.js';
import { documentTypeOf, type DocumentType } from '../shared/document-type.js';

/** A scan in a list; its place among those of the session counts from 1. */
export interface SignedSheetRow {
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
  readonly uploadedAt: Date;
}

export interface SignedSheetFile {
  readonly type: DocumentType;
  readonly content: Buffer;
  /** The local date of the first part. */
  readonly date: string;
  readonly number: number;
}

const NUMBER =
  '(select count(*)::int from signed_sheet o where o.session_id = h.session_id and o.id <= h.id)';
const ROW = `h.id, ${NUMBER} number, h.file_name "fileName", h.uploaded_at "uploadedAt"`;

/** Scans of sheets that were signed, kept as proof: nothing is ever changed or taken away. */
@Injectable()
export class SignedSheets {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Keeps a scan with a session that the actor may mark, and answers how it stands in the list.
   * @throws DomainError 'not-a-scan' or 'sheet-already-kept'
   */
  async keep(actor: Actor, sessionId: string, { fileName, content }: UploadedFile): Promise<SignedSheetRow> {
    const mediaType = documentTypeOf(content);
    if (!mediaType) throw new DomainError('not-a-scan');
    const now = this.clock.now();
    const hash = createHash('sha256').update(content).digest('hex');
    const id = newId(now);
    try {
      return await this.db.transaction(actor, async (tx) => {
        await tx.query(
          `insert into signed_sheet
             (id, region_id, session_id, file_name, media_type, content, sha256, uploaded_at, uploaded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, actor.regionId, sessionId, fileName, mediaType, content, hash, now, actor.accountId],
        );
        await this.audit.record(tx, {
          ...({ actor, action: 'keepSignedSheet', subjectType: 'session' } as const),
          subjectId: sessionId,
          after: { checksum: hash },
        });
        const [row] = await tx.query<SignedSheetRow[]>(`select ${ROW} from signed_sheet h where h.id = $1`, [
          id,
        ]);
        return row!;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'signed_sheet_once') throw new DomainError('sheet-already-kept');
      throw error;
    }
  }

  /** The scans of a session, the first one first. */
  list(
    actor: Actor,
    sessionId: string,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: SignedSheetRow[] }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        'select count(*)::int total from signed_sheet where session_id = $1',
        [sessionId],
      );
      const rows = await tx.query<SignedSheetRow[]>(
        `select ${ROW} from signed_sheet h where h.session_id = $1 order by h.id limit $2 offset $3`,
        [sessionId, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }

  /** @throws DomainError 'not-found' */
  async file(actor: Actor, id: string): Promise<SignedSheetFile> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<SignedSheetFile[]>(
        `select h.media_type type, h.content, ${NUMBER} number,
           (select min(p.local_date)::text from session_part p where p.session_id = h.session_id) date
         from signed_sheet h where h.id = $1`,
        [id],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }
}
