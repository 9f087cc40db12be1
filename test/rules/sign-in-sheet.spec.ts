import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { writeSignInSheet, type SheetPerson, type SignInSheet } from '../../src/attendance/sign-in-sheet.js';
import { whereInstalled } from '../support/programs.js';

const person = (name: string, organisation = 'Voorbeeldschool'): SheetPerson => ({
  ...{ name, organisation },
  code: { url: `https://leerlijn.example/entry/${'A1-_'.repeat(10)}`, description: `QR-code van ${name}` },
});
const crowd = Array.from({ length: 25 }, (_, number) => person(`Deelnemer ${number + 1} Voorbeeld`));
const day = (heading: string, people: readonly SheetPerson[]) => ({
  ...{ heading, people, lines: ['Voorbeeldzaal, Voorbeeldplein 1, Almere', 'Trainers: Bo Trainervoorbeeld'] },
  parts: ['Dagdeel 1, 09:30–12:30', 'Dagdeel 2, 13:30–16:30'],
});
const sheetOf = (days: SignInSheet['days']): SignInSheet => ({
  title: 'Presentielijst Basistraining: signalen herkennen',
  ...{ regionName: 'Flevoland', locale: 'nl', printedAt: new Date('2026-11-11T08:00:00Z'), days },
  labels: { nameColumn: 'Naam en organisatie', codeColumn: 'Code', walkIn: 'Naam:' },
});
const twoDays = sheetOf([day('donderdag 12 november 2026', crowd), day('vrijdag 13 november 2026', crowd)]);

async function pagesOf(sheet: SignInSheet): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(await buffer(writeSignInSheet(sheet))), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}

async function withFile<T>(sheet: SignInSheet, use: (path: string, folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'leerlijn-sheet-'));
  const path = join(folder, 'sheet.pdf');
  writeFileSync(path, await buffer(writeSignInSheet(sheet)));
  try {
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a sign-in sheet', () => {
  it('lists everyone on every day, not only on the last', async () => {
    const text = (await pagesOf(twoDays)).join(' ');
    for (const { name } of crowd) expect(text.split(name)).toHaveLength(3);
    for (const { heading } of twoDays.days) expect(text).toContain(heading);
  });

  it('begins each day on a page of its own, and has lines for people who just come', async () => {
    const pages = await pagesOf(twoDays);
    const first = pages.findIndex((page) => page.includes('vrijdag 13 november'));
    expect(first).toBe(pages.length / 2);
    expect(pages[first - 1]!.split('Naam:')).toHaveLength(4);
  });

  it('holds nobody’s name twice on a page however long names are', async () => {
    const long = 'Voorbeeld-Langenaam tot Nieuwenhuizen '.repeat(4).trim();
    const pages = await pagesOf(
      sheetOf([day('vandaag', [person(long, long), person('Şeyma Yıldız-Özgür')])]),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Şeyma Yıldız-Özgür');
  });
});

whereInstalled('qpdf')('a sign-in sheet to qpdf', () => {
  it('is a sound file', async () => {
    await withFile(twoDays, (path) => {
      expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream');
    });
  });
});

whereInstalled('pdfinfo')('a sign-in sheet to a screen reader', () => {
  it('is a table with a row for everyone', async () => {
    const structure = await withFile(sheetOf([day('vandaag', crowd)]), (path) =>
      execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' }),
    );
    expect(structure.match(/^\s*TR\b/gm)).toHaveLength(1 + crowd.length + 3);
    expect(structure).toMatch(/Table[\s\S]*TH[\s\S]*Naam en organisatie/);
  });
});

whereInstalled('pdftoppm')('a sign-in sheet on paper', () => {
  it('is read by a camera', async () => {
    const seen = await withFile(sheetOf([day('vandaag', [person('Noor Voorbeeld')])]), (path, folder) => {
      execFileSync('pdftoppm', ['-r', '200', '-singlefile', path, join(folder, 'page')]);
      return pixelsOf(readFileSync(join(folder, 'page.ppm')));
    });
    expect(decodeQR(seen)).toBe(crowd[0]!.code.url);
  });
});

/** Reads a PPM file (P6): three lines of header, then a byte for each colour. */
function pixelsOf(file: Buffer): { width: number; height: number; data: Uint8Array } {
  const [, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(file.subarray(0, 32).toString('latin1'))!;
  const size = { width: Number(width), height: Number(height) };
  return { ...size, data: file.subarray(file.length - size.width * size.height * 3) };
}
