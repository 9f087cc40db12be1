import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { UploadedFile } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { ColumnMapping } from './column-mapping.rules.js';
import { Reconciliation } from './reconciliation.entity.js';
import { readTable, takeLines, type LineFault } from './their-lines.js';

@Injectable()
export class ReconciliationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Keeps a file of the financial administration, to say next which column holds what.
   * @throws DomainError 'not-a-ledger-file'
   */
  async upload(actor: Actor, { fileName, content }: UploadedFile): Promise<string> {
    if (!readTable(content).ok) throw new DomainError('not-a-ledger-file');
    const uploadedAt = this.clock.now();
    const id = newId(uploadedAt);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.db.transaction(actor, (tx) =>
      tx.insert(Reconciliation, {
        ...{ id, regionId: actor.regionId!, fileName, content, sha256, uploadedAt },
        uploadedBy: actor.accountId,
      }),
    );
    return id;
  }

  /**
   * Takes the lines of the file as these columns tell, to be held against the bookings of the year.
   * @returns what cannot be read, and then nothing was taken
   * @throws DomainError 'not-found' or 'already-reconciled'
   */
  async read(actor: Actor, id: string, year: number, mapping: ColumnMapping): Promise<readonly LineFault[]> {
    return this.db.transaction(actor, async (tx) => {
      const file = await tx.findOne(Reconciliation, { where: { id }, lock: FOR_CHANGE });
      if (!file) throw new DomainError('not-found');
      if (file.mapping) throw new DomainError('already-reconciled');
      const read = readTable(file.content);
      if (!read.ok) throw new DomainError('not-a-ledger-file');
      const { lines, faults } = takeLines(read.table, mapping);
      if (faults.length > 0) return faults;
      await tx.update(Reconciliation, id, { year, mapping });
      await insertRows(
        tx,
        'reconciliation_line',
        lines.map((line) => ({
          ...{ reconciliation_id: id, line: line.line, region_id: file.regionId },
          ...{ invoice_number: line.invoiceNumber, supplier: line.supplier, booked_on: line.bookedOn },
          ...{ reference: line.reference, amount_cents: String(line.amountCents) },
        })),
      );
      await this.audit.record(tx, {
        ...({ actor, action: 'reconcile', subjectType: 'reconciliation', subjectId: id } as const),
        after: { year, checksum: file.sha256 },
      });
      return [];
    });
  }
}
