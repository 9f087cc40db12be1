import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CertificateDocument, writeCertificatePdf } from '../../src/certificates/certificate-pdf.js';
import { exampleCertificate as certificate } from '../support/certificates.js';
import { whereInstalled } from '../support/programs.js';

const LONG_NAME = 'Voorbeeld-Langenaam tot Nieuwenhuizen '.repeat(4).slice(0, 120);
const NAMES = [
  'Şeyma Yıldız-Özgür',
  'Łukasz Żółć',
  'Ελένη Παπαδοπούλου',
  'Юлия Иванова',
  'Zorg & <Veiligheid>',
  LONG_NAME,
  'W'.repeat(120),
];

interface StructureNode {
  role?: string;
  alt?: string;
  children?: StructureNode[];
}

async function read<T>(
  changes: Partial<CertificateDocument>,
  use: (pdf: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  const bytes = await writeCertificatePdf({ ...certificate, ...changes });
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

function textOf(changes: Partial<CertificateDocument>): Promise<string> {
  return read(changes, async (pdf) => {
    const { items } = await (await pdf.getPage(1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
}

function structureOf(changes: Partial<CertificateDocument> = {}): Promise<StructureNode[]> {
  return read(changes, async (pdf) =>
    flatten((await (await pdf.getPage(1)).getStructTree()) as StructureNode),
  );
}

function flatten(node: StructureNode): StructureNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

describe('a certificate', () => {
  it('is the same to the byte when it is made again', async () => {
    const [first, second] = await Promise.all([
      writeCertificatePdf(certificate),
      writeCertificatePdf(certificate),
    ]);
    expect(first.equals(second)).toBe(true);
  });

  // What was issued before files were kept is made again from its words: see decision 0022 before changing a hash.
  it.each([
    ['S. Voorbeeld', '996b7db81183feda351bab91250342cc81ca5379eef12c9a80db279b47ff8745'],
    [NAMES.slice(0, 5).join(' '), '1bff2bf1b40d1dfafc4bf28f37580eece70432005e9850339449e302f699c475'],
  ])('is for %s the same to the byte as it was in the first release', async (professionalName, sha256) => {
    const file = await writeCertificatePdf({ ...certificate, professionalName });
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
  });

  it.each(NAMES)('carries the name %s on its one page', async (professionalName) => {
    expect(withoutSpaces(await textOf({ professionalName }))).toContain(withoutSpaces(professionalName));
    expect(await read({ professionalName }, (pdf) => Promise.resolve(pdf.numPages))).toBe(1);
  });

  it('composes a name that comes with loose accents', async () => {
    expect(await textOf({ professionalName: 'Ozgu\u0308r Voorbeeld' })).toContain('Ozg\u00FCr Voorbeeld');
  });

  it.each([
    ['نور مثال 🎓 Voorbeeld', 'Voorbeeld'],
    ['Daan 🎓 Voorbeeld', 'Daan Voorbeeld'],
    ['𝒟aan Voorbeeld', 'aan Voorbeeld'],
  ])('says of the name %s, which the font lacks letters of, where it stands in full', async (name, shown) => {
    const text = await textOf({ professionalName: name });
    expect(text).toContain(`${shown}${certificate.nameNote}`);
    // A box for a missing letter comes out of a PDF as NUL or as the sign for an unknown character.
    expect(text.includes('\u0000') || text.includes('\ufffd')).toBe(false);
  });

  it('says nothing of that when the name is whole, marks for joining or ordering letters included', async () => {
    const text = await textOf({ professionalName: '\u200fNoor\u200d Voorbeeld' });
    expect(text).toContain('Noor Voorbeeldheeft deelgenomen');
  });

  it('keeps a name with letters that the font lacks on one page, however long', async () => {
    const professionalName = `${LONG_NAME}🎓`;
    const long = { courseTitle: LONG_NAME, partsLine: LONG_NAME, professionalName };
    expect(await read(long, (pdf) => Promise.resolve(pdf.numPages))).toBe(1);
  });

  it('says everything that makes it checkable', async () => {
    const text = await textOf({});
    const { professionalName, courseTitle, levelLabel, municipalityName, regionName, partsLine } =
      certificate;
    const facts = [professionalName, courseTitle, levelLabel, municipalityName, regionName, partsLine];
    const proof = [certificate.number, certificate.issuedOn, '20 januari 2030', certificate.checkUrl];
    const said = [...facts, ...proof, ...Object.values(certificate.labels)];
    expect(said.filter((words) => !withoutSpaces(text).includes(withoutSpaces(words)))).toEqual([]);
  });

  it('says nothing of an end date when it stays valid', async () => {
    expect(await textOf({ validUntil: null })).not.toContain('Geldig tot');
  });

  it('stays on one page when every text is long', async () => {
    const long = {
      municipalityName: LONG_NAME,
      regionName: LONG_NAME,
      courseTitle: LONG_NAME,
      partsLine: LONG_NAME,
    };
    const pages = await read(
      { ...long, professionalName: LONG_NAME, checkUrl: `https://leerlijn.example/${'a'.repeat(200)}` },
      (pdf) => Promise.resolve(pdf.numPages),
    );
    expect(pages).toBe(1);
  });

  it('has a heading, paragraphs, a described QR code and a link for a screen reader', async () => {
    const roles = (await structureOf()).map((node) => node.role);
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'Figure', 'Link']));
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  });

  it('tells a screen reader where the QR code leads', async () => {
    const figure = (await structureOf()).find((node) => node.role === 'Figure');
    expect(figure?.alt).toBe(`Controleer dit certificaat op: ${certificate.checkUrl}`);
  });

  it('links to its public check', async () => {
    const links = await read({}, async (pdf) => (await pdf.getPage(1)).getAnnotations());
    expect(links).toEqual([expect.objectContaining({ subtype: 'Link', url: certificate.checkUrl })]);
  });

  it('names itself in the metadata, whatever the name', async () => {
    const { info, metadata } = await read({ professionalName: 'Zorg & <Veiligheid>' }, (pdf) =>
      pdf.getMetadata(),
    );
    const title = 'Certificaat LL-2027-000123 – Zorg & <Veiligheid>';
    expect(info).toEqual(expect.objectContaining({ Title: title, Language: 'nl-NL' }));
    expect(metadata.get('dc:title')).toBe(title);
  });

  it('speaks English where English is asked', async () => {
    const { info } = await read({ locale: 'en' }, (pdf) => pdf.getMetadata());
    expect(info).toEqual(expect.objectContaining({ Language: 'en-GB' }));
  });
});

async function withFile(check: (file: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const file = join(folder, 'certificate.pdf');
    const professionalName = NAMES.slice(0, 5).join(' ');
    writeFileSync(file, await writeCertificatePdf({ ...certificate, professionalName }));
    check(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

whereInstalled('qpdf')('a certificate, by qpdf', () => {
  it('has no faults', async () => {
    await withFile((file) => {
      const report = execFileSync('qpdf', ['--check', file], { encoding: 'utf8' });
      expect(report).toContain('No syntax or stream encoding errors');
    });
  });
});

whereInstalled('pdffonts')('a certificate, by pdffonts', () => {
  it('has every font inside', async () => {
    await withFile((file) => {
      const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
      const embedded = lines.map((line) => / yes yes yes +\d+ +\d+$/.test(line));
      expect(embedded).toEqual([true, true]);
    });
  });
});

whereInstalled('pdfinfo')('a certificate, by pdfinfo', () => {
  it('has every word in its structure tree, in the order in which it is read', async () => {
    await withFile((file) => {
      const tree = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
      const structured = [...tree.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words!).join('');
      const shown = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
      const { labels, ...said } = certificate;
      const inOrder = [said.municipalityName, said.regionName, labels.title, NAMES.slice(0, 5).join(' ')];
      expect(withoutSpaces(structured)).toContain(withoutSpaces(inOrder.join('')));
      expect(withoutSpaces(structured)).toBe(withoutSpaces(shown));
    });
  });
});
