import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type CertificateDocument,
  printCertificates,
  writeCertificatePdf,
} from '../../src/certificates/certificate-pdf.js';
import { readLogo } from '../../src/certificates/look/logo.js';
import { PdfPage } from '../../src/platform/files/pdf-page.js';
import { exampleCertificate } from '../support/certificates.js';
import { pngOf } from '../support/pictures.js';
import { readPgm } from '../support/grey-image.js';
import { whereInstalled } from '../support/programs.js';

const read = readLogo(pngOf(300, 60, [200, 30, 30, 200]));
const logo = read.ok ? read.content : null;
const look = { id: 'look-of-almere', accent: '#5b2a86', logo };
const certificate: CertificateDocument = {
  ...exampleCertificate,
  labels: { ...exampleCertificate.labels, logo: 'Logo van gemeente Voorbeeld' },
  look,
};

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}
const flatten = (node: StructureNode): StructureNode[] => [node, ...(node.children ?? []).flatMap(flatten)];

async function structureOf(document: CertificateDocument): Promise<StructureNode[]> {
  const task = getDocument({ data: new Uint8Array(await writeCertificatePdf(document)), verbosity: 0 });
  try {
    return flatten((await (await (await task.promise).getPage(1)).getStructTree()) as StructureNode);
  } finally {
    await task.destroy();
  }
}

async function withFile<T>(file: Buffer, use: (path: string, folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'look-'));
  try {
    writeFileSync(join(folder, 'certificate.pdf'), file);
    return use(join(folder, 'certificate.pdf'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a certificate with the look of its municipality', () => {
  it('is the same bytes each time, and others with another colour or without the logo', async () => {
    const files = await Promise.all(
      [certificate, certificate, { ...look, accent: '#0b5c4b' }, { ...look, logo: null }].map((given) =>
        writeCertificatePdf('look' in given ? given : { ...certificate, look: given }),
      ),
    );
    expect(files[0]).toEqual(files[1]);
    expect(new Set(files.map((file) => file.toString('latin1'))).size).toBe(3);
  });

  it('tells a screen reader what the picture is, and says all that it says without it', async () => {
    const [dressed, plain] = [
      await structureOf(certificate),
      await structureOf({ ...certificate, look: null }),
    ];
    const figures = dressed.filter(({ role }) => role === 'Figure').map(({ alt }) => alt);
    expect(figures[0]).toBe('Logo van gemeente Voorbeeld');
    expect(dressed.length - plain.length).toBeGreaterThan(0);
    const roles = (nodes: readonly StructureNode[]) => nodes.flatMap(({ role }) => (role ? [role] : []));
    const withoutLogo = roles(dressed);
    withoutLogo.splice(withoutLogo.indexOf('Figure'), 1);
    expect(withoutLogo).toEqual(roles(plain));
  });

  it('holds the logo once in a print of many', async () => {
    const about = { title: 'x', author: 'x', locale: 'nl' as const, createdAt: certificate.issuedAt };
    const printOf = (document: CertificateDocument, pages: number) =>
      buffer(Readable.from(printCertificates(Readable.from(Array<unknown>(pages).fill(document)), about)));
    const pictures = (file: Buffer) => file.toString('latin1').split('/Subtype /Image').length - 1;
    const [one, forty] = [await printOf(certificate, 1), await printOf(certificate, 40)];
    expect([pictures(one), pictures(forty)]).toEqual([1, 1]);
    const other = { ...certificate, look: { ...look, id: 'look-of-urk' } };
    const both = buffer(Readable.from(printCertificates(Readable.from([certificate, other]), about)));
    expect(pictures(await both)).toBe(2);
  });
});

whereInstalled('qpdf')('a certificate with a logo, by qpdf', () => {
  it('has no faults, and no transparency', async () => {
    const file = await writeCertificatePdf(certificate);
    const report = await withFile(file, (path) =>
      execFileSync('qpdf', ['--check', path], { encoding: 'utf8' }),
    );
    expect(report).toContain('No syntax or stream encoding errors');
    expect(file.toString('latin1')).not.toContain('/SMask');
  });
});

/** A page with only a picture on it, drawn by ours and by PDFKit's own reader of PNG. */
async function drawnTwice(picture: Buffer): Promise<readonly Buffer[]> {
  const size = { width: 200, height: 100 };
  const ours = new PdfPage({ title: 'x', author: 'x', locale: 'nl', createdAt: certificate.issuedAt });
  ours.drawPicture(ours.openPicture(picture, 'P1'), 50, 50, size);
  const theirs = new PDFDocument({ size: 'A4', margin: 0 });
  theirs.image(picture, 50, 50, size);
  return Promise.all(
    [ours, theirs].map(async (page) => {
      page.end();
      return withFile(await buffer(page), (path) =>
        execFileSync('pdftoppm', ['-r', '72', path], { maxBuffer: 2 ** 24 }),
      );
    }),
  );
}

whereInstalled('pdftoppm')('a certificate with a logo, on paper', () => {
  it('shows the picture as PDFKit shows it, pixel by pixel', async () => {
    const png = new PNG({ width: 90, height: 45 });
    for (let at = 0; at < png.data.length; at += 4)
      png.data.writeUInt32BE((((at * 2_654_435_761) % 2 ** 32) | 0xff) >>> 0, at);
    const made = readLogo(PNG.sync.write(png));
    const [ours, theirs] = await drawnTwice(made.ok ? made.content : Buffer.alloc(0));
    expect(ours!.equals(theirs!)).toBe(true);
  });

  it('shows it at the right of the top, whole and in its proportions, and nowhere over text', async () => {
    const longName = { municipalityName: 'Gemeente Voorbeeld-aan-de-Overkant-van-de-Grote-Rivier' };
    const shown = async (given: CertificateDocument['look']) =>
      readPgm(
        await withFile(await writeCertificatePdf({ ...certificate, ...longName, look: given }), (path) =>
          execFileSync('pdftoppm', ['-gray', '-r', '72', path], { maxBuffer: 2 ** 22 }),
        ),
      );
    const dressed = await shown(look);
    const columns: number[] = [];
    const rows: number[] = [];
    for (let y = 30; y < 130; y++)
      for (let x = 360; x < dressed.width; x++)
        if (dressed.pixels[y * dressed.width + x]! < 200) {
          columns.push(x);
          rows.push(y);
        }
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([373, 523]);
    expect([Math.min(...rows), Math.max(...rows)]).toEqual([65, 95]);
  });
});
