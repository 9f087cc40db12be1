import { Inject, Injectable } from '@nestjs/common';
import { StatementFiles } from '../accountability/statement-files.js';
import { YearQueries, type StatementFileType } from '../accountability/year.queries.js';
import { LedgerDownloadService } from '../grants/ledger-download.service.js';
import type { LedgerFormat } from '../grants/ledger.rules.js';
import { csvLines } from '../platform/files/csv-file.js';
import { TRANSLATOR, type Translate, type Translator } from '../platform/i18n/translator.js';
import { StoredFiles } from '../platform/storage/stored-files.js';
import { Views } from '../platform/web/views.js';
import type { Actor } from '../shared/actor.js';
import { instantOf, localDateOf } from '../shared/local-date.js';
import { EvidenceCommitmentQueries } from './evidence-commitment.queries.js';
import { commitmentDocument, type FileTold } from './evidence-documents.pages.js';
import {
  certificatesPath,
  commitmentPath,
  decisionDocumentPath,
  decisionsPath,
  invoicePath,
  invoicesPath,
  ledgerPath,
  OTHER_COSTS,
  rosterPath,
  sharesPath,
  sheetPath,
  statementPath,
} from './evidence-name.rules.js';
import type { Evidence, EvidenceOrder, EvidenceSession } from './evidence-outline.service.js';
import { EvidenceProofQueries } from './evidence-proof.queries.js';
import {
  certificateTable,
  decisionTable,
  invoiceTable,
  rosterTable,
  shareTable,
  type Table,
} from './evidence-tables.pages.js';
import { EvidenceQueries, type InvoiceRow } from './evidence.queries.js';

/** A file to put in; kept files come as they are, with the hash that they had when they were kept. */
export interface EvidenceFile extends FileTold {
  /** The local date that it carries: nothing in the ZIP tells when it was made, so that it can be made again. */
  readonly date: string;
  /** Null for a kept file that is gone. */
  readonly content: Buffer | AsyncIterable<string | Buffer> | null;
  readonly keptSha256?: string;
}

const NO_BOOKINGS: readonly string[] = [];

/** Makes the files of an evidence file one after another; each is read when it is asked for, and then let go. */
@Injectable()
export class EvidenceFiles {
  private readonly t: Translate;

  constructor(
    @Inject(TRANSLATOR) translator: Translator,
    @Inject(Views) private readonly views: Views,
    @Inject(YearQueries) private readonly years: YearQueries,
    @Inject(StatementFiles) private readonly statements: StatementFiles,
    @Inject(LedgerDownloadService) private readonly downloads: LedgerDownloadService,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
    @Inject(EvidenceCommitmentQueries) private readonly commitments: EvidenceCommitmentQueries,
    @Inject(EvidenceProofQueries) private readonly proofs: EvidenceProofQueries,
    @Inject(StoredFiles) private readonly stored: StoredFiles,
  ) {
    this.t = translator('nl');
  }

  /**
   * All but the index and the hashes. The workbooks come last: each is a ZIP by itself, of which a ZIP that broke off
   * after it would show the inside.
   */
  async *make(actor: Actor, evidence: Evidence): AsyncGenerator<EvidenceFile> {
    for (const type of ['pdf', 'csv'] as const) yield this.statement(actor, evidence, type);
    yield this.ledger(actor, evidence, 'csv');
    yield* this.decisions(evidence);
    for (const session of evidence.sessions) yield* this.session(actor, evidence, session);
    for (const order of evidence.orders) yield* this.paid(actor, evidence, order);
    yield* this.invoices(actor, evidence, OTHER_COSTS, evidence.otherInvoices);
    yield this.ledger(actor, evidence, 'xlsx');
    yield this.statement(actor, evidence, 'xlsx');
  }

  private async statement(actor: Actor, evidence: Evidence, type: StatementFileType): Promise<EvidenceFile> {
    const { grant, statement, scope } = evidence;
    const at = grant.bookedAt ?? instantOf(`${scope.year}-01-01`, '00:00');
    const making = { regionName: grant.regionName, at, isDraft: true };
    const kept = await this.years.lastFile(actor, scope.year, type);
    return {
      ...{ path: statementPath(scope.year, type), date: dateOf(evidence), bookings: NO_BOOKINGS },
      what: this.t('evidence.file.statement', { type: type.toUpperCase() }),
      content: kept ?? (await this.statements.make(statement, making, type)),
    };
  }

  private async ledger(actor: Actor, evidence: Evidence, format: LedgerFormat): Promise<EvidenceFile> {
    const { scope, lines } = evidence;
    const filter = { year: scope.year, grant: scope.grantId, countsIn: scope.year };
    return {
      ...{ path: ledgerPath(scope.year, format), date: dateOf(evidence) },
      what: this.t('evidence.file.ledger', { type: format.toUpperCase() }),
      bookings: inOrder(lines),
      content: await this.downloads.make(actor, { format, locale: 'nl', filter, upTo: scope.upTo }),
    };
  }

  private async *decisions(evidence: Evidence): AsyncGenerator<EvidenceFile> {
    const { decisions } = evidence;
    yield this.table(evidence, decisionsPath, 'evidence.file.decisions', decisionTable(decisions, this.t));
    for (const decision of decisions)
      for (const [index, { id, type, sha256, keptOn }] of decision.documents.entries()) {
        const named = { ...decision, date: decision.decidedOn, title: this.titleOf(decision) };
        yield {
          ...{ path: decisionDocumentPath(named, index + 1, type), date: keptOn, bookings: NO_BOOKINGS },
          what: this.t('evidence.file.decisionDocument', { decision: named.title }),
          content: await this.stored.find({ regionId: evidence.proofOf.regionId, id }),
          keptSha256: sha256,
        };
      }
  }

  private async *session(
    actor: Actor,
    evidence: Evidence,
    session: EvidenceSession,
  ): AsyncGenerator<EvidenceFile> {
    const { folder, sheets, sessionId } = session;
    yield* this.paid(actor, evidence, session);
    const proof = await this.proofs.ofSession(evidence.proofOf, sessionId);
    yield this.table(evidence, rosterPath(folder), 'evidence.file.roster', rosterTable(proof, this.t));
    for (const [index, { id, type, sha256, keptOn }] of sheets.entries())
      yield {
        ...{ path: sheetPath(folder, index + 1, type), date: keptOn, bookings: NO_BOOKINGS },
        what: this.t('evidence.file.signedSheet'),
        content: await this.proofs.sheet(evidence.proofOf, id),
        keptSha256: sha256,
      };
    const table = certificateTable(proof.certificates, this.t);
    yield this.table(evidence, certificatesPath(folder), 'evidence.file.certificates', table);
  }

  /** What a session and an order both have. */
  private async *paid(
    actor: Actor,
    evidence: Evidence,
    paid: EvidenceSession | EvidenceOrder,
  ): AsyncGenerator<EvidenceFile> {
    const { folder, commitmentId, bookings, invoices } = paid;
    const found = await this.commitments.look(actor, evidence.scope, commitmentId);
    const model = commitmentDocument(paid, found, this.t);
    yield {
      ...{ path: commitmentPath(folder), date: dateOf(evidence), bookings },
      what: this.t('evidence.file.commitment'),
      content: Buffer.from(this.views.renderDocument('evidence/commitment', model, 'nl')),
    };
    if (found.shares.length > 0)
      yield this.table(
        evidence,
        sharesPath(folder),
        'evidence.file.shares',
        shareTable(found.shares, this.t),
      );
    yield* this.invoices(actor, evidence, folder, invoices);
  }

  private async *invoices(
    actor: Actor,
    evidence: Evidence,
    folder: string,
    invoices: readonly InvoiceRow[],
  ): AsyncGenerator<EvidenceFile> {
    if (invoices.length === 0) return;
    const named = invoices.map((invoice, index) => {
      const path = invoice.document && invoicePath(folder, index + 1, invoice.invoiceNumber);
      return { ...invoice, path, fileName: path && path.slice(folder.length + 1) };
    });
    const bookings = inOrder(invoices);
    yield {
      ...this.table(evidence, invoicesPath(folder), 'evidence.file.invoices', invoiceTable(named, this.t)),
      bookings,
    };
    for (const { path, document, bookings: own, ...invoice } of named)
      if (path && document)
        yield {
          ...{ path, date: document.keptOn, bookings: own },
          what: this.t('evidence.file.eInvoice', { number: invoice.invoiceNumber }),
          content: await this.queries.receivedFile(actor, document.id),
          keptSha256: document.sha256,
        };
  }

  private table(
    evidence: Evidence,
    path: string,
    what:
      | 'evidence.file.decisions'
      | 'evidence.file.roster'
      | 'evidence.file.certificates'
      | 'evidence.file.shares'
      | 'evidence.file.invoices',
    { header, rows }: Table,
  ): EvidenceFile {
    const content = csvLines(header, rows);
    return { path, date: dateOf(evidence), what: this.t(what), bookings: NO_BOOKINGS, content };
  }

  private titleOf({ kind, reference }: Evidence['decisions'][number]): string {
    return `${this.t(`grants.decision.kind.${kind}`)} ${reference}`;
  }
}

/** The local date of the last booking; of a year without any, its first day. */
export function dateOf({ grant: { bookedAt }, scope: { year } }: Evidence): string {
  return bookedAt ? localDateOf(bookedAt) : `${year}-01-01`;
}

function inOrder(rows: readonly { readonly bookings: readonly string[] }[]): string[] {
  const all = rows.flatMap(({ bookings }) => bookings);
  return all.sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
}
