import { buffer } from 'node:stream/consumers';
import {
  canDraw,
  PdfPage,
  type PdfStructure,
  type TextBox,
  writeDecoration,
  writeLink,
  writePicture,
  writeQrCode,
  writeText,
} from '../platform/files/pdf-page.js';
import type { PdfAttachment } from '../platform/files/pdfkit-inside.js';
import { tintOf } from './look/colour.rules.js';

/** How certificates of a municipality look. */
export interface CertificateLook {
  readonly id: string;
  /** `#rrggbb`, of enough contrast with white paper; null for the colour of the platform. */
  readonly accent: string | null;
  /** A picture as `readPicture` makes it. */
  readonly logo: Uint8Array | null;
}

/** What a certificate says, in the reader's language. Dates are written out; `issuedAt` is the moment of issue. */
export interface CertificateDocument {
  number: string;
  professionalName: string;
  /** What to say below the name when the font lacks letters of it. */
  nameNote: string;
  courseTitle: string;
  levelLabel: string;
  municipalityName: string;
  regionName: string;
  partsLine: string;
  issuedOn: string;
  validUntil: string | null;
  checkUrl: string;
  locale: 'nl' | 'en';
  labels: {
    title: string;
    statement: string;
    number: string;
    issuedOn: string;
    validUntil: string;
    check: string;
    /** What the picture is that a look may hold; older certificates, which have no look, do not say it. */
    logo?: string;
  };
  issuedAt: Date;
  /** How it looked at issue; null for the look of the platform. */
  look: CertificateLook | null;
}

/** What is kept of a certificate as words. */
export type CertificateWords = Omit<CertificateDocument, 'issuedAt' | 'look'>;

interface Colours {
  readonly accent: string;
  /** For lines that only divide. */
  readonly tint: string;
}

const PLATFORM: Colours = { accent: '#174a6e', tint: '#c9d9e5' };
const INK = '#1c262d';
const MUTED = '#4a5860';

// A4 in points, with the text in one column of 451 points.
const PAGE_WIDTH = 595.28;
const PAGE_HEIGHT = 841.89;
const COLUMN = { x: 72, width: 451 };
const QR_SIDE = 96;
/** At the right of the name of the municipality. */
const LOGO = { x: 373, y: 56, width: 150, height: 48 };
const BESIDE_LOGO = { width: LOGO.x - 20 - COLUMN.x };

/**
 * Writes a certificate as one tagged A4 page (PDF/A-2a) with a QR code and a link to its public check. The same
 * input gives the same bytes, so a certificate need not be kept as a file. With an attachment it is a PDF/A-3a.
 */
export async function writeCertificatePdf(
  c: CertificateDocument,
  attachment?: PdfAttachment,
): Promise<Buffer> {
  const page = new PdfPage({
    title: `${c.labels.title} ${c.number} – ${c.professionalName}`,
    author: c.municipalityName,
    locale: c.locale,
    createdAt: c.issuedAt,
    ...(attachment && { attachment }),
  });
  const root = page.struct('Document');
  page.addStructure(root);
  writeCertificate(page, root, c);
  root.end();
  page.end();
  return buffer(page);
}

/** Writes certificates as one PDF to print, a page each, as fast as it is read. */
export async function* printCertificates(
  certificates: AsyncIterable<CertificateDocument>,
  about: { title: string; author: string; locale: 'nl' | 'en'; createdAt: Date },
): AsyncGenerator<Buffer> {
  const page = new PdfPage(about);
  const root = page.struct('Document');
  page.addStructure(root);
  let isFirst = true;
  for await (const c of certificates) {
    if (!isFirst) page.addPage();
    isFirst = false;
    const part = page.struct('Sect');
    root.add(part);
    writeCertificate(page, part, c);
    part.end();
    yield* written(page);
  }
  root.end();
  page.end();
  yield* written(page);
}

function* written(page: PdfPage): Generator<Buffer> {
  for (let chunk = page.read() as Buffer | null; chunk !== null; chunk = page.read() as Buffer | null)
    yield chunk;
}

function writeCertificate(page: PdfPage, root: PdfStructure, c: CertificateDocument): void {
  const colours = coloursOf(c.look);
  writeFrame(page, colours);
  writeIssuer(page, root, c, colours);
  writeStatement(page, root, c);
  writeDetails(page, root, c);
  writeCheck(page, root, c, colours);
}

const coloursOf = (look: CertificateLook | null): Colours =>
  look?.accent ? { accent: look.accent, tint: tintOf(look.accent) } : PLATFORM;

function writeFrame(page: PdfPage, { accent, tint }: Colours): void {
  writeDecoration(page, accent, [
    [0, 0, PAGE_WIDTH, 14],
    [COLUMN.x, 252, 56, 3],
    [0, PAGE_HEIGHT - 14, PAGE_WIDTH, 14],
  ]);
  writeDecoration(page, tint, [
    [COLUMN.x, 576, COLUMN.width, 0.75],
    [COLUMN.x, 652, COLUMN.width, 0.75],
  ]);
}

function writeIssuer(page: PdfPage, root: PdfStructure, c: CertificateDocument, { accent }: Colours): void {
  const logo = c.look?.logo ?? null;
  const place = logo ? BESIDE_LOGO : {};
  const y = writeText(page, root, 'P', { ...strong(c.municipalityName, 17, 68, 44, accent), ...place });
  writeText(page, root, 'P', { ...plain(c.regionName, 12, y + 2, 32, MUTED), ...place });
  if (logo)
    writePicture(page, root, { ...LOGO, name: c.look!.id, content: logo, description: c.labels.logo ?? '' });
  writeText(page, root, 'H1', strong(c.labels.title, 44, 184, 60, accent));
}

function writeStatement(page: PdfPage, root: PdfStructure, c: CertificateDocument): void {
  const isWhole = canDraw(c.professionalName);
  let y = writeText(page, root, 'P', strong(c.professionalName, 32, 288, isWhole ? 84 : 46, INK));
  if (!isWhole) y = writeText(page, root, 'P', plain(c.nameNote, 11, y + 2, 30, MUTED));
  y = writeText(page, root, 'P', plain(c.labels.statement, 14, y + 10, 38, MUTED));
  y = writeText(page, root, 'P', strong(c.courseTitle, 23, y + 8, 62, INK));
  y = writeText(page, root, 'P', plain(c.levelLabel, 14, y + 6, 20, INK));
  writeText(page, root, 'P', plain(c.partsLine, 14, y + 2, 36, INK));
}

function writeDetails(page: PdfPage, root: PdfStructure, c: CertificateDocument): void {
  const details = [
    { label: c.labels.number, value: c.number },
    { label: c.labels.issuedOn, value: c.issuedOn },
    ...(c.validUntil === null ? [] : [{ label: c.labels.validUntil, value: c.validUntil }]),
  ];
  // A number is longer than a date, and easier to copy from one line.
  const places = [
    { x: COLUMN.x, width: 200 },
    { x: COLUMN.x + 212, width: 112 },
    { x: COLUMN.x + 336, width: 115 },
  ];
  details.forEach(({ label, value }, index) => {
    const place = places[index]!;
    writeText(page, root, 'P', { ...plain(label, 11, 593, 15, MUTED), ...place });
    writeText(page, root, 'P', { ...strong(value, 13, 609, 34, INK), ...place });
  });
}

function writeCheck(page: PdfPage, root: PdfStructure, c: CertificateDocument, { accent }: Colours): void {
  const top = 676;
  const target = { url: c.checkUrl, description: `${c.labels.check} ${c.checkUrl}` };
  const { description } = target;
  writeQrCode(page, root, {
    content: c.checkUrl,
    description,
    x: COLUMN.x,
    y: top,
    side: QR_SIDE,
    colour: INK,
  });
  const place = { x: COLUMN.x + QR_SIDE + 20, width: COLUMN.width - QR_SIDE - 20 };
  const y = writeText(page, root, 'P', { ...plain(c.labels.check, 12, top + 8, 46, INK), ...place });
  writeLink(page, root, { ...strong(c.checkUrl, 12, y + 4, 32, accent), ...place }, target);
}

function plain(text: string, size: number, y: number, height: number, colour: string): TextBox {
  return { ...COLUMN, text, font: 'regular', size, y, height, colour };
}

function strong(text: string, size: number, y: number, height: number, colour: string): TextBox {
  return { ...COLUMN, text, font: 'semibold', size, y, height, colour };
}
