import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { PdfDocument, shareFont } from '../../src/platform/files/pdfkit-inside.js';

const file = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  ),
);
const shared = shareFont(file);
const about = { font: '', info: { CreationDate: new Date('2027-01-20T10:00:00Z') } };

function written(page: PDFKit.PDFDocument, texts: readonly string[]): Promise<Buffer> {
  page.font('regular', 14);
  for (const text of texts) page.text(text);
  page.end();
  return buffer(page);
}

const withSharedFont = (texts: readonly string[]) => {
  const page = new PdfDocument(about);
  page.shareFonts({ regular: shared });
  return written(page, texts);
};

const withOwnFont = (texts: readonly string[]) =>
  written(new PDFDocument(about).registerFont('regular', file), texts);

// Letters with parts in common, ligatures, and two letters that have one shape.
const letter = fc.constantFrom(...'iıİjlf ffißşŞğłŁőéëøµμΩω∆ΔИйЖ-’"&.,0157 ');
const text = fc.string({ unit: letter, minLength: 1, maxLength: 40 });

describe('a font that documents share', () => {
  it('gives each the bytes it would have with a font of its own, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
        expect((await withSharedFont(texts)).equals(await withOwnFont(texts))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('copies out as the letter that was written, where two have one shape', async () => {
    const [micro, mu] = await Promise.all([withSharedFont(['5 µm']), withSharedFont(['5 μm'])]);
    expect(micro.equals(await withOwnFont(['5 µm']))).toBe(true);
    expect(mu.equals(await withOwnFont(['5 μm']))).toBe(true);
  });
});
