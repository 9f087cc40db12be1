import { Inject, Injectable } from '@nestjs/common';
import { isComplete } from '../accountability/annex.rules.js';
import {
  StatementQueries,
  type Statement,
  type StatementGrant,
} from '../accountability/statement.queries.js';
import { LedgerQueries } from '../grants/ledger.queries.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { orderFolder, sessionFolder } from './evidence-name.rules.js';
import { EvidenceProofQueries, type ProofCount, type ProofOf } from './evidence-proof.queries.js';
import {
  EvidenceQueries,
  type CommitmentRow,
  type EvidenceBooks,
  type EvidenceDecision,
  type EvidenceScope,
  type InvoiceRow,
  type PaidSession,
} from './evidence.queries.js';
import {
  decisionGaps,
  grantGaps,
  invoiceGaps,
  orderGaps,
  sessionGaps,
  statementGaps,
  type GapKind,
} from './evidence.rules.js';

/** Where something stands among the others of its kind: its number from 1, and its folder with its invoices. */
interface Placed {
  readonly number: number;
  readonly folder: string;
  readonly invoices: readonly InvoiceRow[];
}
export type EvidenceSession = PaidSession & Omit<ProofCount, 'sessionId'> & Placed;
export type EvidenceOrder = CommitmentRow & Placed;
export type NumberedDecision = EvidenceDecision & { readonly number: number };

/** Something that is missing, and of what: nothing where it is of all. */
export interface Gap {
  readonly kind: GapKind;
  readonly session?: EvidenceSession;
  readonly order?: EvidenceOrder;
  readonly decision?: NumberedDecision;
  readonly invoice?: InvoiceRow;
  /** The path of a file. */
  readonly path?: string;
}

/** All that there is evidence of, and what is missing; the files themselves are read one by one. */
export interface Evidence extends Omit<EvidenceBooks, 'sessions' | 'orders' | 'decisions'> {
  readonly scope: EvidenceScope;
  readonly proofOf: ProofOf;
  readonly statement: Statement;
  readonly figures: StatementGrant['figures'];
  readonly sessions: readonly EvidenceSession[];
  readonly orders: readonly EvidenceOrder[];
  readonly decisions: readonly NumberedDecision[];
  /** Of costs for which nothing was reserved. */
  readonly otherInvoices: readonly InvoiceRow[];
  readonly gaps: readonly Gap[];
}

@Injectable()
export class EvidenceOutlines {
  constructor(
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
    @Inject(EvidenceProofQueries) private readonly proofs: EvidenceProofQueries,
  ) {}

  /**
   * What there is of a grant that the statement of this year lists, as booked now. Nothing is read as the system before
   * the asker has seen that statement.
   * @throws DomainError 'not-found'
   */
  async look(actor: Actor, year: number, grantId: string): Promise<Evidence> {
    const upTo = await this.ledger.mark(actor);
    const statement = await this.statements.look(actor, year, upTo);
    const listed = statement.grants.find((grant) => grant.grantId === grantId);
    if (!listed) throw new DomainError('not-found');
    const scope = { grantId, year, upTo };
    const proofOf = { regionId: actor.regionId!, grantId };
    const books = await this.queries.look(actor, scope);
    const counts = await this.proofs.count(
      proofOf,
      books.sessions.map(({ sessionId }) => sessionId),
    );
    const evidence = { ...placed(books, counts), scope, proofOf, statement, figures: listed.figures };
    return { ...evidence, gaps: gapsOf(evidence) };
  }
}

function placed(books: EvidenceBooks, counts: readonly ProofCount[]) {
  const countOf = new Map(counts.map((count) => [count.sessionId, count]));
  const invoicesOf = (commitmentId: string | null) =>
    books.invoices.filter((invoice) => invoice.commitmentId === commitmentId);
  return {
    ...books,
    sessions: books.sessions.map((row, index) => {
      const place = { number: index + 1, invoices: invoicesOf(row.commitmentId) };
      return {
        ...row,
        ...countOf.get(row.sessionId)!,
        ...place,
        folder: sessionFolder({ ...row, ...place }),
      };
    }),
    orders: books.orders.map((row, index) => {
      const place = { number: index + 1, invoices: invoicesOf(row.commitmentId) };
      return { ...row, ...place, folder: orderFolder({ ...row, ...place }) };
    }),
    decisions: books.decisions.map((row, index) => ({ ...row, number: index + 1 })),
    otherInvoices: invoicesOf(null),
  };
}

function gapsOf(evidence: Omit<Evidence, 'gaps'>): Gap[] {
  const { grant, statement, sessions, orders, decisions, invoices } = evidence;
  const isAnnexComplete = isComplete(statement.annex);
  const of = <About extends Omit<Gap, 'kind'>>(kinds: readonly GapKind[], about: About) =>
    kinds.map((kind) => ({ ...about, kind }));
  return [
    ...of(statementGaps({ isKept: grant.isKept, isAnnexComplete }), {}),
    ...of(grantGaps(decisions), {}),
    ...decisions.flatMap((decision) => of(decisionGaps(decision), { decision })),
    ...sessions.flatMap((session) => of(sessionGaps(session), { session })),
    ...orders.flatMap((order) => of(orderGaps(order), { order })),
    ...invoices.flatMap((invoice) => of(invoiceGaps(invoice), { invoice })),
  ];
}
