import { documentFileName, type DocumentType } from '../shared/document-type.js';
import { safeFileName } from '../shared/file-name.js';

/**
 * Names of the files in an evidence file. Each begins with a number of its own, so that no two are the same whatever
 * the words after it, and sorts as it should. They are in Dutch, as all in it, and short enough for Windows.
 */

/** Folders, in the order in which an accountant goes through them. */
const folders = {
  statement: '1 verantwoording',
  ledger: '2 uitgaven',
  decisions: '3 besluiten',
  sessions: '4 uitvoeringen',
  orders: '5 bestellingen',
  otherCosts: '6 overige kosten',
} as const;

export const INDEX = 'index.html';
export const HASHES = 'SHA256SUMS';
export const OTHER_COSTS = folders.otherCosts;

/** The longest text of people in a name, in UTF-16 units. */
const MOST = 60;

/** What a numbered folder or file is about. */
interface Named {
  /** Counts from 1. */
  readonly number: number;
  /** Local date; null where it has none. */
  readonly date: string | null;
  readonly title: string;
}

export function statementPath(year: number, type: string): string {
  return `${folders.statement}/verantwoording-${year}.${type}`;
}

export function ledgerPath(year: number, type: string): string {
  return `${folders.ledger}/uitgaven-${year}.${type}`;
}

/** The list of decisions. */
export const decisionsPath = `${folders.decisions}/besluiten.csv`;

/** A document of a decision; its `place` among those of the decision counts from 1. */
export function decisionDocumentPath(decision: Named, place: number, type: DocumentType): string {
  return `${folders.decisions}/${documentFileName(`${numbered(decision)} document ${place}`, type)}`;
}

export function sessionFolder(session: Named): string {
  return `${folders.sessions}/${numbered(session)}`;
}

export function orderFolder(order: Named): string {
  return `${folders.orders}/${numbered(order)}`;
}

/** From what a session or an order is paid. */
export function commitmentPath(folder: string): string {
  return `${folder}/verplichting.html`;
}

export function rosterPath(folder: string): string {
  return `${folder}/presentielijst.csv`;
}

export function certificatesPath(folder: string): string {
  return `${folder}/certificaten.csv`;
}

export function invoicesPath(folder: string): string {
  return `${folder}/facturen.csv`;
}

export function sharesPath(folder: string): string {
  return `${folder}/verdeling van de kosten.csv`;
}

/** A scan of a session; its `place` among them counts from 1. */
export function sheetPath(folder: string, place: number, type: DocumentType): string {
  return `${folder}/${documentFileName(`getekende presentielijst ${place}`, type)}`;
}

/** An e-invoice; its `place` among those of the folder counts from 1. */
export function invoicePath(folder: string, place: number, invoiceNumber: string): string {
  return `${folder}/${[`factuur ${padded(place)}`, safeFileName(invoiceNumber, MOST)].join(' ').trimEnd()}.xml`;
}

function numbered({ number, date, title }: Named): string {
  return [padded(number), date, safeFileName(title, MOST)].filter(Boolean).join(' ');
}

function padded(number: number): string {
  return String(number).padStart(3, '0');
}

/** A line of a file with hashes that `sha256sum -c` reads; our names hold no backslash and no line break. */
export function hashLine({ path, sha256 }: { readonly path: string; readonly sha256: string }): string {
  return `${sha256}  ${path}\n`;
}

/** The name of the ZIP itself, in letters that a header takes. */
export function zipName(year: number, decisionNumber: string): string {
  const decision = decisionNumber.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, MOST);
  return `${['bewijsdossier', String(year), decision].join('-').replace(/-+$/, '')}.zip`;
}
