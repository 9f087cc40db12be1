import { cleanText } from '../shared/text.js';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { DocumentFault, DocumentRead, ReceivedDocument } from './received-document.rules.js';

/** An element of the XML, names without prefix. */
export interface UblElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly UblElement[];
}

const ROOTS: Readonly<Record<string, ReceivedDocument['kind']>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'invoice',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'credit-note',
};
const LONGEST_SUPPLIER = 120;
const LONGEST_NUMBER = 60;
const LONGEST_ABOUT = 1_000;

class Faulty extends Error {
  constructor(readonly fault: DocumentFault) {
    super(fault.code);
  }
}

/**
 * What a UBL 2.1 invoice or credit note says (Peppol BIS Billing 3.0, EN 16931). Its amounts must add up as the rules
 * BR-CO-10, 13, 14, 15 and 16 of EN 16931 say; what is booked is the amount with VAT, whatever was paid in advance.
 */
export function readUbl(root: UblElement): DocumentRead {
  try {
    return { ok: true, document: documentOf(root) };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

function documentOf(root: UblElement): ReceivedDocument {
  const kind = ROOTS[root.uri];
  if (!kind || root.name !== (kind === 'invoice' ? 'Invoice' : 'CreditNote'))
    throw new Faulty({ code: 'not-an-invoice-file' });
  const currency = textAt(root, 'DocumentCurrencyCode');
  if (currency !== 'EUR') throw new Faulty({ code: 'invoice-not-in-euros', currency: shown(currency) });
  return {
    kind,
    supplier: required(supplierOf(root), 'AccountingSupplierParty', LONGEST_SUPPLIER),
    invoiceNumber: required(textAt(root, 'ID'), 'ID', LONGEST_NUMBER),
    invoiceDate: dateOf(textAt(root, 'IssueDate'), 'IssueDate'),
    amountCents: amountOf(root, kind),
    vatTreatment: vatOf(root),
    deliveredOn: deliveredOn(root),
    about: aboutOf(root),
    credits: cleaned(textAt(root, 'BillingReference', 'InvoiceDocumentReference', 'ID'), LONGEST_NUMBER),
  };
}

function supplierOf(root: UblElement): string | null {
  const party = at(root, 'AccountingSupplierParty', 'Party');
  if (!party) return null;
  return textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name');
}

/** The amount with VAT, once the sums of the document have been made again. */
function amountOf(root: UblElement, kind: ReceivedDocument['kind']): bigint {
  const total = at(root, 'LegalMonetaryTotal');
  if (!total) throw new Faulty({ code: 'invoice-field-unreadable', field: 'LegalMonetaryTotal' });
  const lines = all(root, kind === 'invoice' ? 'InvoiceLine' : 'CreditNoteLine');
  const vat = vatTotal(root);
  const lineTotal = cents(total, 'LineExtensionAmount');
  const withoutVat = cents(total, 'TaxExclusiveAmount');
  const withVat = cents(total, 'TaxInclusiveAmount');
  const allowances = centsOrNothing(total, 'AllowanceTotalAmount');
  const charges = centsOrNothing(total, 'ChargeTotalAmount');
  const paid = centsOrNothing(total, 'PrepaidAmount');
  const rounding = centsOrNothing(total, 'PayableRoundingAmount');
  const sums: readonly (readonly [string, bigint, bigint])[] = [
    ['LineExtensionAmount', lineTotal, sum(lines.map((line) => cents(line, 'LineExtensionAmount')))],
    ['TaxExclusiveAmount', withoutVat, lineTotal - allowances + charges],
    ['TaxInclusiveAmount', withVat, withoutVat + vat],
    ['PayableAmount', cents(total, 'PayableAmount'), withVat - paid + rounding],
  ];
  const wrong = sums.find(([, written, made]) => written !== made);
  if (wrong) throw new Faulty({ code: 'invoice-does-not-add-up', field: wrong[0] });
  if (withVat <= 0n) throw new Faulty({ code: 'invoice-amount-negative' });
  return withVat;
}

/** A second total, in the currency of the tax office, is not of the invoice. */
function vatTotal(root: UblElement): bigint {
  const total = all(root, 'TaxTotal').find((each) => all(each, 'TaxSubtotal').length > 0);
  if (!total) throw new Faulty({ code: 'invoice-field-unreadable', field: 'TaxTotal' });
  const vat = cents(total, 'TaxAmount');
  if (vat !== sum(all(total, 'TaxSubtotal').map((each) => cents(each, 'TaxAmount'))))
    throw new Faulty({ code: 'invoice-does-not-add-up', field: 'TaxAmount' });
  return vat;
}

/** Category E is exempt, S the standard rate (UNCL 5305); of what is mixed or otherwise treated, nothing is said. */
function vatOf(root: UblElement): VatTreatment | null {
  const treatments = all(root, 'TaxTotal')
    .flatMap((total) => all(total, 'TaxSubtotal'))
    .map((subtotal) => {
      const category = textAt(subtotal, 'TaxCategory', 'ID');
      if (category === 'E') return 'exempt';
      const rate = Number(textAt(subtotal, 'TaxCategory', 'Percent') ?? '');
      return category === 'S' && rate === 21 ? 'standard-21' : null;
    });
  const [first] = treatments;
  return first !== undefined && treatments.every((one) => one === first) ? first : null;
}

function deliveredOn(root: UblElement): string | null {
  const written =
    textAt(root, 'Delivery', 'ActualDeliveryDate') ??
    textAt(root, 'InvoicePeriod', 'EndDate') ??
    all(root, 'InvoiceLine')
      .map((line) => textAt(line, 'InvoicePeriod', 'EndDate'))
      .find((date) => date !== null) ??
    null;
  return written === null ? null : dateOf(written, 'ActualDeliveryDate');
}

function aboutOf(root: UblElement): string {
  const lines = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')];
  const texts = [
    textAt(root, 'OrderReference', 'ID'),
    textAt(root, 'BuyerReference'),
    textAt(root, 'ContractDocumentReference', 'ID'),
    textAt(root, 'ProjectReference', 'ID'),
    textAt(root, 'Note'),
    ...lines.flatMap((line) => [textAt(line, 'Item', 'Name'), textAt(line, 'Item', 'Description')]),
  ];
  const known = texts.map((text) => cleaned(text, LONGEST_ABOUT)).filter((text) => text !== null);
  return [...new Set(known)].join(' · ').slice(0, LONGEST_ABOUT);
}

function at(from: UblElement, ...path: readonly string[]): UblElement | null {
  let found: UblElement | undefined = from;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found ?? null;
}

function all(from: UblElement, name: string): readonly UblElement[] {
  return from.children.filter((child) => child.name === name);
}

function textAt(from: UblElement, ...path: readonly string[]): string | null {
  const text = at(from, ...path)?.text.trim();
  return text === undefined || text === '' ? null : text;
}

function required(written: string | null, field: string, longest: number): string {
  const text = cleaned(written, longest + 1);
  if (text === null || text.length > longest) throw new Faulty({ code: 'invoice-field-unreadable', field });
  return text;
}

/** On one line; null for what cannot be shown. */
function cleaned(written: string | null, longest: number): string | null {
  if (written === null) return null;
  return cleanText(written.replaceAll(/\s+/g, ' '), 'one')?.slice(0, longest) ?? null;
}

function dateOf(written: string | null, field: string): string {
  const date = written ?? '';
  const isDate = /^(19|20|21)\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (!isDate || new Date(date).toISOString().slice(0, 10) !== date)
    throw new Faulty({ code: 'invoice-field-unreadable', field });
  return date;
}

function cents(from: UblElement, field: string): bigint {
  const element = at(from, field);
  const [, sign, whole = '', decimals = ''] =
    /^(-?)(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(element?.text.trim() ?? '') ?? [];
  if (whole === '' || element?.attributes['currencyID'] !== 'EUR')
    throw new Faulty({ code: 'invoice-field-unreadable', field });
  const amount = BigInt(whole + decimals.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

function centsOrNothing(from: UblElement, field: string): bigint {
  return at(from, field) ? cents(from, field) : 0n;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

const shown = (written: string | null): string => cleaned(written, 10) ?? '–';
