import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { StoredFiles, type StoredFile } from '../platform/storage/stored-files.js';
import type { UploadedFile } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { documentTypeOf, type DocumentType } from '../shared/document-type.js';

/** A document in a list; its place among those of the decision counts from 1. */
export interface DecisionDocument {
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
  readonly uploadedAt: Date;
}

export interface DecisionFile {
  readonly type: DocumentType;
  readonly content: Buffer;
  readonly decidedOn: string;
  readonly number: number;
}

const NUMBER =
  '(select count(*)::int from decision_document o where o.decision_id = h.decision_id and o.id <= h.id)';

/** The letters and minutes behind decisions, kept as proof: nothing is ever changed or taken away. */
@Injectable()
export class DecisionDocuments {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(StoredFiles) private readonly files: StoredFiles,
  ) {}

  /** @throws DomainError 'not-a-document', 'document-already-kept' or 'storage-unavailable' */
  async keep(actor: Actor, decisionId: string, { fileName, content }: UploadedFile): Promise<void> {
    const mediaType = documentTypeOf(content);
    if (!mediaType) throw new DomainError('not-a-document');
    const now = this.clock.now();
    const { id, regionId, size, sha256 } = await this.files.write(actor, content);
    try {
      await this.db.transaction(actor, async (tx) => {
        await tx.query(
          `insert into decision_document
             (id, region_id, decision_id, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, regionId, decisionId, fileName, mediaType, size, sha256, now, actor.accountId],
        );
        await this.audit.record(tx, {
          ...({ actor, action: 'keepDecisionDocument', subjectType: 'grant-decision' } as const),
          subjectId: decisionId,
          after: { checksum: sha256 },
        });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'decision_document_once')
        throw new DomainError('document-already-kept');
      throw error;
    }
  }

  /** The documents of a decision, the first one first. */
  list(actor: Actor, decisionId: string): Promise<DecisionDocument[]> {
    return this.db.read(actor, (tx) =>
      tx.query<DecisionDocument[]>(
        `select h.id, ${NUMBER} number, h.file_name "fileName", h.uploaded_at "uploadedAt"
         from decision_document h where h.decision_id = $1 order by h.id limit 50`,
        [decisionId],
      ),
    );
  }

  /** @throws DomainError 'not-found', or what reading a stored file throws */
  async file(actor: Actor, id: string): Promise<DecisionFile> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<(Omit<DecisionFile, 'content'> & StoredFile)[]>(
        `select h.id, h.region_id "regionId", h.size, h.sha256, h.media_type type, ${NUMBER} number, d.decided_on::text "decidedOn"
         from decision_document h join grant_decision d on d.id = h.decision_id where h.id = $1`,
        [id],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return { ...found, content: await this.files.read(found) };
  }
}
