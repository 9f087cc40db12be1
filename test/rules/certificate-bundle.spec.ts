import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memberName } from '../../src/certificates/certificate-bundle.rules.js';
import { printCertificates, type CertificateDocument } from '../../src/certificates/certificate-pdf.js';
import { ZipArchive } from '../../src/platform/files/zip-archive.js';
import { zipFile, zipLength } from '../../src/platform/files/zip-file.js';
import { exampleCertificate } from '../support/certificates.js';

const DATE = '2027-01-20';
const about = {
  title: 'Certificaten',
  author: 'Regio Voorbeeld',
  locale: 'nl' as const,
  createdAt: new Date(0),
};

const zipped = (files: readonly (readonly [string, string])[]) =>
  buffer(
    Readable.from(
      zipFile(Readable.from(files.map(([name, text]) => ({ name, date: DATE, bytes: Buffer.from(text) })))),
    ),
  );

/** Counts how many certificates have been asked for. */
async function* counted(count: number, asked: { count: number }): AsyncGenerator<CertificateDocument> {
  for (let index = 0; index < count; index++) {
    asked.count = index + 1;
    yield await Promise.resolve({ ...exampleCertificate, professionalName: `Zoë Voorbeeld-${index}` });
  }
}

describe('a ZIP', () => {
  const file = fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'grapheme' }),
  );

  it('gives back every file, and is as long as was told beforehand', async () => {
    const files = fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const zip = await zipped(given);
        const archive = new ZipArchive(zip, 2 ** 20);
        expect(archive.names).toEqual(given.map(([name]) => name));
        expect(given.map(([name]) => archive.text(name))).toEqual(given.map(([, text]) => text));
        expect(zip).toHaveLength(
          zipLength(given.map(([name, text]) => ({ name, size: Buffer.byteLength(text) }))),
        );
      }),
    );
  });
});

describe('the name of a file in it', () => {
  const number = 'LL-2026-7K3M9-QX2AB-CD4EF';

  it('says whose it is and stays apart from others', () => {
    expect(memberName({ professionalName: 'Şeyma Yıldız', number })).toBe(`Şeyma Yıldız ${number}.pdf`);
  });

  it('is one that every file system takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (professionalName) => {
        const name = memberName({ professionalName, number });
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^[ .]|[ .]$/u);
        expect(name.endsWith(`${number}.pdf`)).toBe(true);
      }),
    );
  });
});

describe('certificates in one PDF', () => {
  it('have a page each, in order, in one structure tree', async () => {
    const file = await buffer(Readable.from(printCertificates(counted(25, { count: 0 }), about)));
    const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
    const pdf = await task.promise;
    const last = await pdf.getPage(25);
    const { items } = await last.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    const tree = JSON.stringify(await last.getStructTree());
    await task.destroy();
    expect([pdf.numPages, words.includes('Zoë Voorbeeld-24')]).toEqual([25, true]);
    expect(tree).toContain('"Sect"');
    expect(tree).toContain('"H1"');
  });

  it('are written only as fast as they are read', async () => {
    const asked = { count: 0 };
    const print = printCertificates(counted(500, asked), about);
    await print.next();
    expect(asked.count).toBeLessThan(5);
    await print.return(undefined);
  });
});
