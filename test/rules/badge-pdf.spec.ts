import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { writeCertificatePdf } from '../../src/certificates/certificate-pdf.js';
import { exampleCertificate as certificate } from '../support/certificates.js';
import { whereInstalled } from '../support/programs.js';

const attachment = {
  name: 'open-badge.json',
  type: 'application/vc',
  description: 'Open Badge 3.0 van dit certificaat',
  content: '{"name":"Şeyma Yıldız"}\n',
};
const withBadge = () => writeCertificatePdf(certificate, attachment);

async function read<T>(
  bytes: Buffer,
  use: (pdf: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

const structureOf = (bytes: Buffer) =>
  read(bytes, async (pdf) =>
    JSON.stringify(await (await pdf.getPage(1)).getStructTree()).replace(/"\d+R"/g, '"link"'),
  );
const textOf = (bytes: Buffer) =>
  read(bytes, async (pdf) => {
    const { items } = await (await pdf.getPage(1)).getTextContent();
    return items.map((item) => ('str' in item ? [item.str, item.transform] : null));
  });

describe('a certificate with a badge inside', () => {
  test('is the same bytes each time', async () => {
    expect((await withBadge()).equals(await withBadge())).toBe(true);
  });

  test('says that it is a PDF/A-3a, of which files may be inside; without a badge it is a PDF/A-2a', async () => {
    const partOf = (bytes: Buffer) =>
      /<pdfaid:part>(\d)<\/pdfaid:part>\s*<pdfaid:conformance>(\w)</.exec(bytes.toString('latin1'))?.slice(1);
    expect(partOf(await withBadge())).toEqual(['3', 'A']);
    expect(partOf(await writeCertificatePdf(certificate))).toEqual(['2', 'A']);
  });

  test('holds the badge, named, with what it is to the document', async () => {
    const bytes = await withBadge();
    const files = await read(bytes, (pdf) => pdf.getAttachments());
    const [file] = Object.values(files as Record<string, { filename: string; content: Uint8Array }>);
    expect(Buffer.from(file!.content).toString()).toBe(attachment.content);
    expect(file!.filename).toBe('open-badge.json');
    const plain = bytes.toString('latin1');
    expect(plain).toMatch(/\/AF \[\d+ 0 R\]/);
    expect(plain).toContain('/AFRelationship /Alternative');
    expect(plain).toContain('/Subtype /application#2Fvc');
  });

  test('reads and is structured as the one without', async () => {
    const [one, other] = [await withBadge(), await writeCertificatePdf(certificate)];
    expect(await textOf(one)).toEqual(await textOf(other));
    expect(await structureOf(one)).toBe(await structureOf(other));
  });
});

whereInstalled('qpdf')('a certificate with a badge inside, by qpdf', () => {
  test('has no faults and gives the badge back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'badge-'));
    try {
      const file = join(folder, 'certificate.pdf');
      writeFileSync(file, await withBadge());
      const qpdf = (...args: string[]) => execFileSync('qpdf', [...args, file], { encoding: 'utf8' });
      expect(qpdf('--check')).toContain('No syntax or stream encoding errors');
      expect(qpdf('--show-attachment=open-badge.json')).toBe(attachment.content);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
