import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import QRCode from 'qrcode';
import { type OpenPicture, PdfDocument, pdfText, shareFont, type PdfAttachment } from './pdfkit-inside.js';

/** An element of the structure tree that a screen reader follows. */
export type PdfStructure = ReturnType<PdfPage['struct']>;

/** Text in a box, in points from the page's top left; `size` is the largest type size, which shrinks to fit. */
export interface TextBox {
  text: string;
  font: 'regular' | 'semibold';
  size: number;
  colour: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const SMALLEST_SIZE = 7;
const LANGUAGES = { nl: 'nl-NL', en: 'en-GB' };

const require = createRequire(import.meta.url);
const FONTS = {
  regular: shareFont(
    readFileSync(require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
  ),
  semibold: shareFont(
    readFileSync(require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')),
  ),
};

/** What is told of a document; `createdAt` is the moment of which its bytes are. */
export interface PdfAbout {
  readonly title: string;
  readonly author: string;
  readonly locale: 'nl' | 'en';
  readonly createdAt: Date;
  /** Makes it a PDF/A-3a: the parts before allow no file inside that is not a PDF/A itself. */
  readonly attachment?: PdfAttachment;
}

/**
 * A tagged A4 page, to which others may be added, that archives well (PDF/A-2a): own fonts inside, a language, a title and a structure tree.
 * The same calls with the same `createdAt` give the same bytes. The font holds Latin, Greek and Cyrillic script.
 */
export class PdfPage extends PdfDocument {
  /** Pictures that are in the document already, by name. */
  readonly pictures = new Map<string, OpenPicture>();

  constructor(about: PdfAbout) {
    super({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: about.attachment ? 'PDF/A-3a' : 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: LANGUAGES[about.locale],
      // No default font: PDFKit's own is not embedded, which PDF/A forbids.
      font: '',
      info: {
        Title: plainLine(about.title),
        Author: plainLine(about.author),
        Creator: 'Leerlijn',
        CreationDate: about.createdAt,
      },
    });
    this.shareFonts(FONTS);
    // Which font is used first decides about bytes of the file.
    this.font('regular');
    if (about.attachment) this.attach(about.attachment, about.createdAt);
  }
}

/** Draws bars that mean nothing, each [x, y, width, height], where a screen reader passes over them. */
export function writeDecoration(
  page: PdfPage,
  colour: string,
  bars: readonly (readonly [number, number, number, number])[],
): void {
  page.markContent('Artifact', { type: 'Layout' });
  for (const [x, y, width, height] of bars) page.rect(x, y, width, height).fill(colour);
  page.endMarkedContent();
}

/** Writes text where a screen reader passes over it, as what it says is told elsewhere. */
export function writeUnread(page: PdfPage, box: TextBox): void {
  page.markContent('Artifact', { type: 'Layout' });
  drawText(page, box);
  page.endMarkedContent();
}

/**
 * Writes a heading, a paragraph or a cell of a table and returns the y of its lower edge. What the font has no letters for is left out on
 * paper; who reads with a screen reader, or copies, gets it all the same.
 */
export function writeText(
  page: PdfPage,
  parent: PdfStructure,
  tag: 'H1' | 'H2' | 'P' | 'TH' | 'TD',
  box: TextBox,
): number {
  let bottom = box.y;
  const options = canDraw(box.text) ? {} : { actual: plainLine(box.text) };
  parent.add(page.struct(tag, options, () => (bottom = drawText(page, box))));
  return bottom;
}

/** Whether the font has a letter for every character of a text; an emoji or Arabic script, for one, it has not. */
export function canDraw(text: string): boolean {
  return plainLine(text) === drawable(text);
}

/** Writes a paragraph that is one link; `description` is what a screen reader says of it. */
export function writeLink(
  page: PdfPage,
  parent: PdfStructure,
  box: TextBox,
  target: { url: string; description: string },
): void {
  const paragraph = page.struct('P');
  parent.add(paragraph);
  const link = page.struct('Link');
  paragraph.add(link);
  let bottom = box.y;
  link.add(() => (bottom = drawText(page, box)));
  const options = { structParent: link, Contents: pdfText(plainLine(target.description)) };
  page.link(box.x, box.y, box.width, bottom - box.y, target.url, options);
  paragraph.end();
}

/** Draws a QR code as vectors, so that it prints sharp. The caller leaves four modules of white around it. */
export function writeQrCode(
  page: PdfPage,
  parent: PdfStructure,
  code: { content: string; description: string; x: number; y: number; side: number; colour: string },
): void {
  const { x, y, side } = code;
  const { size, data } = QRCode.create(code.content, { errorCorrectionLevel: 'M' }).modules;
  const module = side / size;
  const options = { alt: plainLine(code.description), bbox: [x, y, x + side, y + side] };
  const draw = (): void => {
    data.forEach((dark, index) => {
      if (dark) page.rect(x + (index % size) * module, y + Math.floor(index / size) * module, module, module);
    });
    page.fill(code.colour);
  };
  parent.add(page.struct('Figure', options, draw));
}

/**
 * Draws a picture in a box, as large as fits, at the right and in the middle. `name` tells pictures of one document
 * apart: one that comes back on other pages is in the file once.
 */
export function writePicture(
  page: PdfPage,
  parent: PdfStructure,
  picture: {
    readonly name: string;
    readonly content: Uint8Array;
    readonly description: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): void {
  const { name, content, x, y, width, height } = picture;
  const opened = page.pictures.get(name) ?? page.openPicture(content, `P${page.pictures.size + 1}`);
  page.pictures.set(name, opened);
  const scale = Math.min(width / opened.width, height / opened.height);
  const [across, down] = [opened.width * scale, opened.height * scale];
  const [left, top] = [x + width - across, y + (height - down) / 2];
  const options = { alt: plainLine(picture.description), bbox: [left, top, left + across, top + down] };
  parent.add(
    page.struct('Figure', options, () =>
      page.drawPicture(opened, left, top, { width: across, height: down }),
    ),
  );
}

function drawText(page: PdfPage, box: TextBox): number {
  const { x, y, width } = box;
  const text = drawable(box.text);
  const heightAt = (size: number): number => page.font(box.font, size).heightOfString(text, { width });
  let size = box.size;
  while (size > SMALLEST_SIZE && heightAt(size) > box.height) size -= 1;
  page.font(box.font, size).fillColor(box.colour).text(text, x, y, { width });
  return page.y;
}

// A box in the place of a letter says nothing, and PDF/A forbids it.
function drawable(text: string): string {
  const known = [...plainLine(text)].filter((letter) =>
    FONTS.regular.hasGlyphForCodePoint(letter.codePointAt(0)!),
  );
  return known.join('').replace(/ {2,}/g, ' ').trim();
}

// Composed letters are in the font where a letter and a loose accent may not be; a tab or line break never is,
// and marks that only tell how to join or order letters show nothing.
function plainLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim();
}
