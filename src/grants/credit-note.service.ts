import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { LedgerService } from './ledger.service.js';
import { RealisationQueries, type RealisationRow } from './realisation.queries.js';
import { ShareQueries } from './share.queries.js';
import { movesBetween, share, totalBurden, type Burden } from './share.rules.js';
import { creditableCents, creditFault, type CreditReason } from './settlement.rules.js';

/** A credit note as finance enters it: a positive amount, which includes VAT. */
export interface CreditNote {
  readonly invoiceNumber: string;
  /** Local date. */
  readonly invoiceDate: string;
  readonly amountCents: bigint;
  readonly reason: CreditReason;
  /** What the supplier sent, when it is not typed in. */
  readonly receivedInvoiceId?: string;
}

@Injectable()
export class CreditNoteService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(RealisationQueries) private readonly realisations: RealisationQueries,
    @Inject(ShareQueries) private readonly shares: ShareQueries,
  ) {}

  /**
   * Takes back an invoice, in whole or in part, by a counter-entry on the budgets that bear it: what it took becomes
   * free again. A commitment that it settled stays settled.
   * @returns the id of the realisation that the credit note is
   * @throws DomainError 'not-found', 'not-an-invoice', 'invoice-date-in-future', 'credit-note-before-invoice',
   *   'credit-note-over-invoice' or 'invoice-already-recorded'
   */
  async record(actor: Actor, invoiceId: string, note: CreditNote): Promise<string> {
    const id = newId(this.clock.now());
    await this.db.transaction(actor, async (tx) => {
      await this.ledger.lock(tx, await this.realisations.find(tx, invoiceId));
      const invoice = await this.realisations.find(tx, invoiceId);
      this.refuseUnlessCreditable(actor, invoice, note);
      await this.save(tx, actor, id, invoice, note);
    });
    return id;
  }

  private refuseUnlessCreditable(actor: Actor, invoice: RealisationRow, note: CreditNote): void {
    if (invoice.invoiceId !== null) throw new DomainError('not-an-invoice');
    const sent = { date: note.invoiceDate, amountCents: note.amountCents };
    const fault = creditFault(invoice, sent, localDateOf(this.clock.now()));
    if (fault) throw new DomainError(fault, { left: formatCents(creditableCents(invoice), actor.locale) });
  }

  private async save(
    tx: Tx,
    actor: Actor,
    id: string,
    invoice: RealisationRow,
    note: CreditNote,
  ): Promise<void> {
    const { regionId, commitmentId, sessionId, grantLineId, municipalityId } = invoice;
    const { supplier, costDate, vatTreatment } = invoice;
    const realisation = {
      ...{ ...note, id, regionId, commitmentId, grantLineId, municipalityId, supplier, costDate },
      ...{ vatTreatment, invoiceId: invoice.id, amountCents: -note.amountCents },
    };
    const moves = await this.movesOf(tx, invoice, note);
    await this.ledger.realise(tx, actor, realisation, { sessionId, moves });
    await this.audit.record(tx, {
      actor,
      action: 'recordCreditNote',
      subjectType: 'realisation',
      subjectId: id,
      before: { invoiceId: invoice.id, amountCents: String(creditableCents(invoice)) },
      after: { ...note, amountCents: String(-note.amountCents) },
    });
  }

  /** What municipalities bear less: of a session as they share its cost now, else the one that bore the invoice. */
  private async movesOf(
    tx: Tx,
    { commitmentId, sessionId, municipalityId }: RealisationRow,
    { amountCents }: CreditNote,
  ): Promise<Burden[]> {
    if (commitmentId === null) return [{ municipalityId, reservedCents: 0n, spentCents: -amountCents }];
    const { units, burdens } = await this.shares.now(tx, { id: commitmentId, sessionId, municipalityId });
    const { reservedCents, spentCents } = totalBurden(burdens);
    return movesBetween(burdens, share({ reservedCents, spentCents: spentCents - amountCents }, units));
  }
}
