import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { VatTreatment } from '../courses/vat.rules.js';
import { CostService } from '../grants/cost.service.js';
import { CreditNoteService } from '../grants/credit-note.service.js';
import { InvoiceService } from '../grants/invoice.service.js';
import type { BudgetOf } from '../grants/ledger.service.js';
import type { CreditReason } from '../grants/settlement.rules.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readXml } from '../platform/files/xml-tree.js';
import type { UploadedFile } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { ReceivedDocument, SetAsideReason } from './received-document.rules.js';
import { ReceivedFile, ReceivedInvoice } from './received-invoice.entity.js';
import { ReceivedInvoiceQueries, type ReceivedRow } from './received-invoice.queries.js';
import { readReceivedList, type ListFault } from './received-list.js';
import { readUbl } from './ubl.rules.js';

/** The invoices of a file that now wait to be booked, or what is wrong on its lines and nothing was kept. */
export type Receipt =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly faults: readonly ListFault[] };

/** Invoices as suppliers send them: kept as they came, and booked by who knows what they are for. */
@Injectable()
export class ReceivedInvoiceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ReceivedInvoiceQueries) private readonly queries: ReceivedInvoiceQueries,
    @Inject(InvoiceService) private readonly invoices: InvoiceService,
    @Inject(CostService) private readonly costs: CostService,
    @Inject(CreditNoteService) private readonly creditNotes: CreditNoteService,
  ) {}

  /**
   * Keeps a UBL invoice, or a CSV list of invoices, to be booked.
   * @throws DomainError 'not-an-invoice-file', 'invoice-file-with-doctype', 'invoice-field-unreadable',
   *   'invoice-not-in-euros', 'invoice-does-not-add-up', 'invoice-amount-negative', 'invoice-file-already-received' or
   *   'invoice-already-received'
   */
  async receive(actor: Actor, file: UploadedFile): Promise<Receipt> {
    const isXml = beginsAsXml(file.content);
    const read = isXml ? { ok: true as const, documents: [ublOf(file.content)] } : listOf(file.content);
    if (!read.ok) return read;
    const ids = read.documents.map(() => newId(this.clock.now()));
    await this.keep(actor, file, isXml ? 'application/xml' : 'text/csv', read.documents, ids);
    return { ok: true, ids };
  }

  /**
   * Books an invoice on the commitment that it is of.
   * @throws DomainError as `InvoiceService.record`, 'not-an-invoice' or 'received-invoice-done'
   */
  async bookOnCommitment(
    actor: Actor,
    id: string,
    on: { readonly commitmentId: string; readonly vatTreatment: VatTreatment; readonly isFinal: boolean },
  ): Promise<string> {
    const { commitmentId, ...told } = on;
    const received = await this.waiting(actor, id, 'invoice');
    return asReceived(() =>
      this.invoices.record(actor, commitmentId, { ...documentOf(received), ...told, receivedInvoiceId: id }),
    );
  }

  /**
   * Books an invoice as a cost for which nothing was reserved.
   * @throws DomainError as `CostService.record`, 'not-an-invoice' or 'received-invoice-done'
   */
  async bookAsCost(
    actor: Actor,
    id: string,
    budget: BudgetOf,
    told: { readonly costDate: string; readonly vatTreatment: VatTreatment },
  ): Promise<string> {
    const received = await this.waiting(actor, id, 'invoice');
    return asReceived(() =>
      this.costs.record(actor, budget, { ...documentOf(received), ...told, receivedInvoiceId: id }),
    );
  }

  /**
   * Books a credit note on the invoice that it takes back.
   * @throws DomainError as `CreditNoteService.record`, 'not-a-credit-note' or 'received-invoice-done'
   */
  async bookCreditNote(
    actor: Actor,
    id: string,
    on: { readonly invoiceId: string; readonly reason: CreditReason },
  ): Promise<string> {
    const { invoiceNumber, invoiceDate, amountCents } = await this.waiting(actor, id, 'credit-note');
    const note = { invoiceNumber, invoiceDate, amountCents, reason: on.reason, receivedInvoiceId: id };
    return asReceived(() => this.creditNotes.record(actor, on.invoiceId, note));
  }

  /** Says that an invoice is not booked, and why. @throws DomainError 'not-found' or 'received-invoice-done' */
  setAside(actor: Actor, id: string, reason: SetAsideReason): Promise<void> {
    return this.change(actor, id, 'waiting', 'setInvoiceAside', {
      ...{ setAsideAt: this.clock.now(), setAsideBy: actor.accountId, setAsideReason: reason },
    });
  }

  /** Lets an invoice that was set aside wait again. @throws DomainError 'not-found', 'received-invoice-done' or 'invoice-already-received' */
  takeUp(actor: Actor, id: string): Promise<void> {
    const nothing = { setAsideAt: null, setAsideBy: null, setAsideReason: null };
    return this.change(actor, id, 'set-aside', 'takeInvoiceUp', nothing);
  }

  private async keep(
    actor: Actor,
    { fileName, content }: UploadedFile,
    mediaType: ReceivedFile['mediaType'],
    documents: readonly ReceivedDocument[],
    ids: readonly string[],
  ): Promise<void> {
    const receivedAt = this.clock.now();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { id: newId(receivedAt), regionId: actor.regionId!, fileName, mediaType, content, sha256 };
    try {
      await this.db.transaction(actor, async (tx) => {
        await tx.insert(ReceivedFile, { ...file, receivedAt, receivedBy: actor.accountId });
        const rows = documents.map((document, index) => ({
          ...{ ...document, id: ids[index]!, regionId: file.regionId, fileId: file.id },
          amountCents: String(document.amountCents),
        }));
        await tx.insert(ReceivedInvoice, rows);
        await this.recordDeed(tx, actor, 'receiveInvoices', file.id, { checksum: sha256 });
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async waiting(actor: Actor, id: string, kind: ReceivedDocument['kind']): Promise<ReceivedRow> {
    const received = await this.queries.look(actor, id);
    if (received.kind !== kind)
      throw new DomainError(kind === 'invoice' ? 'not-an-invoice' : 'not-a-credit-note');
    if (received.state !== 'waiting') throw new DomainError('received-invoice-done');
    return received;
  }

  private async change(
    actor: Actor,
    id: string,
    from: 'waiting' | 'set-aside',
    action: 'setInvoiceAside' | 'takeInvoiceUp',
    told: Pick<ReceivedInvoice, 'setAsideAt' | 'setAsideBy' | 'setAsideReason'>,
  ): Promise<void> {
    try {
      await this.db.transaction(actor, async (tx) => {
        await tx.findOne(ReceivedInvoice, { where: { id }, lock: FOR_CHANGE });
        const { state } = await this.queries.find(tx, id);
        if (state !== from) throw new DomainError('received-invoice-done');
        await tx.update(ReceivedInvoice, id, told);
        await this.recordDeed(tx, actor, action, id, { reason: told.setAsideReason });
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private recordDeed(
    tx: Tx,
    actor: Actor,
    action: Deed['action'],
    subjectId: string,
    after: Deed['after'],
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ actor, action, subjectType: 'received-invoice', subjectId },
      ...(after && { after }),
    });
  }
}

function beginsAsXml(content: Buffer): boolean {
  return /^(?:\uFEFF)?\s*</.test(content.subarray(0, 200).toString('utf8'));
}

function ublOf(content: Buffer): ReceivedDocument {
  const xml = readXml(content);
  if (!xml.ok)
    throw new DomainError(xml.problem === 'doctype' ? 'invoice-file-with-doctype' : 'not-an-invoice-file');
  const read = readUbl(xml.root);
  if (read.ok) return read.document;
  const { code, ...params } = read.fault;
  throw new DomainError(code, params);
}

function listOf(content: Buffer) {
  const read = readReceivedList(content);
  if (!read) throw new DomainError('not-an-invoice-file');
  return read;
}

function documentOf({ supplier, invoiceNumber, invoiceDate, amountCents }: ReceivedRow) {
  return { supplier, invoiceNumber, invoiceDate, amountCents };
}

/** Someone else was first. */
async function asReceived(book: () => Promise<string>): Promise<string> {
  try {
    return await book();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  switch (violatedConstraint(error)) {
    case 'received_file_once':
      return new DomainError('invoice-file-already-received');
    case 'received_invoice_once':
      return new DomainError('invoice-already-received');
    case 'realisation_received_once':
    case 'received_invoice_not_set_aside':
    case 'received_invoice_not_booked':
      return new DomainError('received-invoice-done');
    default:
      return error;
  }
}
