import { create, type Font, type GlyphPart, type GlyphRun, type Subset } from 'fontkit';
import PDFDocument from 'pdfkit';

// All that leans on how PDFKit and fontkit work inside stands here, and both are pinned in package.json. The test of
// this file compares what comes out with what the packages make without it.

/** Words of which the shapes are kept: those of a form come back in every document, those of names do not. */
const MAX_WORDS = 5_000;

/** A font that is read once, for all documents of this thread. */
export type SharedFont = Pick<Font, 'hasGlyphForCodePoint'>;

interface KeptGlyph {
  readonly bytes: Uint8Array;
  readonly parts: readonly GlyphPart[];
  readonly metrics: { readonly advance: number; readonly bearing: number };
}

/**
 * Reads a TrueType font to be shared. PDFKit takes anything with a `layout` for a font: it gets fontkit's own, that
 * keeps how words are shaped and what the bytes of a glyph are. Documents are the same to the byte as without sharing.
 */
export function shareFont(file: Uint8Array): SharedFont {
  const font = create(file);
  // PDFKit scales shapes to a thousand units in the place where they are kept: that must change nothing.
  if (font.unitsPerEm !== 1000) throw new Error('Only a font of 1000 units can be shared');
  const createSubset = font.createSubset.bind(font);
  const glyphs = new Map<number, KeptGlyph>();
  font.layout = keepingRuns(font, font.layout.bind(font));
  font.createSubset = () => {
    const subset = createSubset();
    subset._addGlyph = (id) => {
      const glyph = glyphs.get(id) ?? readGlyph(font, id);
      glyphs.set(id, glyph);
      return addGlyph(subset, glyph);
    };
    return subset;
  };
  return font;
}

/** fontkit remembers with a glyph which letter it first was, and what is copied from the PDF would be that letter. */
function forgetLetters(font: Font): void {
  font._glyphs = {};
}

function keepingRuns(font: Font, layout: (text: string) => GlyphRun): (text: string) => GlyphRun {
  const runs = new Map<string, GlyphRun>();
  return (text) => {
    const known = runs.get(text);
    if (known) return known;
    if (runs.size >= MAX_WORDS) runs.clear();
    forgetLetters(font);
    const run = layout(text);
    runs.set(text, run);
    return run;
  };
}

function readGlyph(font: Font, id: number): KeptGlyph {
  forgetLetters(font);
  const glyph = font.getGlyph(id);
  const start = font.loca.offsets[id]!;
  const stream = font._getTableStream('glyf');
  stream.pos += start;
  return {
    bytes: stream.readBuffer(font.loca.offsets[id + 1]! - start),
    parts: glyph._decode()?.components ?? [],
    metrics: { advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing },
  };
}

/** What fontkit does for each glyph of a document's font, from what is kept. */
function addGlyph(subset: Subset, { bytes, parts, metrics }: KeptGlyph): number {
  const own = parts.length === 0 ? bytes : new Uint8Array(bytes);
  const view = new DataView(own.buffer, own.byteOffset);
  for (const { pos, glyphID } of parts) view.setUint16(pos, subset.includeGlyph(glyphID));
  subset.loca.offsets.push(subset.offset);
  subset.offset += own.length;
  subset.hmtx.metrics.push(metrics);
  return subset.glyf.push(own) - 1;
}

/** A file inside a PDF, of which the PDF shows what it says; `type` is its media type. */
export interface PdfAttachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: string;
}

/** A picture that was read for one document, in pixels. */
export interface OpenPicture {
  readonly width: number;
  readonly height: number;
}

/** An object of a document, as PDFKit writes it. */
interface PdfObject {
  end(content: Uint8Array): void;
}

/**
 * A PNG in RGB without transparency, of which the packed rows go into the document as they are. PDFKit gives the same
 * picture, but reads the file byte by byte for each document.
 */
class PackedPicture implements OpenPicture {
  obj: PdfObject | null = null;
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly file: Buffer,
    readonly label: string,
  ) {
    this.width = file.readUInt32BE(16);
    this.height = file.readUInt32BE(20);
  }

  /** PDFKit calls this where the picture is drawn first. */
  embed(document: { ref(of: object): PdfObject }): void {
    const rows = { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: this.width };
    this.obj = document.ref({
      ...{ Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, Width: this.width, Height: this.height },
      ...{ Filter: 'FlateDecode', ColorSpace: 'DeviceRGB', DecodeParms: rows },
    });
    this.obj.end(packedRows(this.file));
  }
}

function packedRows(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(parts);
}

/** A document whose metadata may hold any text, with fonts that are shared. */
export class PdfDocument extends PDFDocument {
  shareFonts(fonts: Readonly<Record<string, SharedFont>>): void {
    // PDFKit's types know files and their bytes only.
    for (const [name, font] of Object.entries(fonts)) this.registerFont(name, font as unknown as Uint8Array);
  }

  /**
   * Reads a picture for this document, in which it comes to stand once however often it is drawn: a JPEG, or a PNG in RGB
   * without transparency.
   */
  openPicture(content: Uint8Array, name: string): OpenPicture {
    if (content[0] === 0x89)
      return new PackedPicture(Buffer.from(content.buffer, content.byteOffset, content.length), name);
    // PDFKit's types do not know that it gives back what it read, nor that it draws that.
    return (this as unknown as { openImage: (from: Uint8Array) => OpenPicture }).openImage(content);
  }

  drawPicture(picture: OpenPicture, x: number, y: number, size: { width: number; height: number }): void {
    this.image(picture as unknown as string, x, y, size);
  }

  /** Puts a file into the document that says for machines what the document says. */
  protected attach({ name, type, description, content }: PdfAttachment, modifiedDate: Date): void {
    // PDFKit's types do not know the relationship, which PDF/A-3 asks for.
    const options = { name, type, description, modifiedDate, relationship: 'Alternative' };
    this.file(Buffer.from(content), options);
  }

  // PDFKit copies these values into the XMP metadata as they are, where an ampersand breaks the XML. The PDF's own
  // dictionary has been written by now, so it keeps the plain text.
  override endMetadata(): void {
    const { Title = '', Author = '' } = this.info;
    this.info = { ...this.info, Title: escapeXml(Title), Author: escapeXml(Author) };
    super.endMetadata();
  }
}

/** PDFKit writes a plain string among a link's options as a PDF name; only a String object becomes a text. */
export function pdfText(text: string): string {
  return new String(text) as string;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
