import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCertificatePdf } from '../../src/certificates/certificate-pdf.js';
import { exampleCertificate } from '../support/certificates.js';
import {
  crop,
  darkness,
  readPgm,
  readPng,
  shrink,
  stack,
  writePng,
  type GreyImage,
} from '../support/grey-image.js';
import { whereInstalled } from '../support/programs.js';

const NAMES: readonly string[] = [
  'Şeyma Yıldız-Özgür',
  'Łukasz Żółć-Święch',
  'Őrsi Űrhegyi',
  'Ağca Çığırtkan',
  'Ñuño Íñiguez y Muñoz',
  'Þórdís Æðelmær Ólafsdóttir',
  'Đặng Thị Hồng Ngữ',
  'Štěpán Řehoř Ťažký Ľubica',
  'Ķirils Ņikita Ģirts',
  'Ĝoĵo Ŭaŭ Ĥĉŝ',
  'Ĳsbrand van ’t Großmüller',
  'O’Brien-d’Arcy, M.Sc.',
  'D\'Angelo "Voorbeeld" N\'Diaye',
  'O',
  'Wu',
  'fflier Affiche fjord',
  'Ελένη Παπαδοπούλου',
  'ΐΰ Ϊόλη Ξενοφώντος-Ψαρρού',
  'Юлия Щербакова',
  'Ђорђе Љубичић Џ.',
  'Їжакевич Ґалаґан Єва',
  'Oz\u0308gu\u0308r Joa\u0303o A\u030Akesson',
  'Mary\u0327a Q\u0323u\u0300inn x\u0302',
  'Zorg & <Veiligheid>',
  'نور مثال Voorbeeld',
  'Daan 🎓 李 Voorbeeld',
  'Maria del Carmen Voorbeeld-Langenaam tot Nieuwenhuizen van der Heijden-ter Braak',
  'Voorbeeld-Langenaam tot Nieuwenhuizen '.repeat(4).slice(0, 120),
  'W'.repeat(120),
  'Ååååååååååååååååååååååååååååååååååååååååååååååååå Ǻ',
];

/** How the names look, one below the other; made again by the test with UPDATE_PICTURES=1, to be looked at. */
const PICTURE = join(import.meta.dirname, 'certificate-names.png');
// In points.
const STRIP = { x: 60, y: 276, width: 475, height: 100 };

/** Squares of 6 dots: other ways of smoothing edges stay far below this difference in darkness, a lost accent above. */
const SQUARE = 6;
const OTHERWISE = 24;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'names-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function fileOf(professionalName: string): Promise<string> {
  const file = join(folder, `${randomUUID()}.pdf`);
  writeFileSync(file, await writeCertificatePdf({ ...exampleCertificate, professionalName }));
  return file;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place of the page in 72 dots per inch, drawn so many times as fine. */
async function drawn(name: string, place: Place, finer: number): Promise<GreyImage> {
  const { x, y, width, height } = place;
  const cut = Object.entries({ x, y, W: width, H: height }).flatMap(([of, dots]) => [
    `-${of}`,
    `${dots * finer}`,
  ]);
  const asked = ['-gray', '-r', `${72 * finer}`, ...cut, await fileOf(name)];
  return shrink(readPgm(execFileSync('pdftoppm', asked, { maxBuffer: 2 ** 22 })), finer);
}

const stripOf = (name: string, finer = 4) => drawn(name, STRIP, finer);

/** The most that two pictures differ in darkness, in any square. */
function difference(one: GreyImage, other: GreyImage): number {
  const dark = darkness(other, SQUARE);
  return Math.max(...darkness(one, SQUARE).map((value, square) => Math.abs(value - dark[square]!)));
}

whereInstalled('pdftoppm')('the thirty difficult names', () => {
  beforeAll(async () => {
    if (!process.env['UPDATE_PICTURES']) return;
    writeFileSync(PICTURE, writePng(stack(await Promise.all(NAMES.map((name) => stripOf(name))))));
  });

  it.each(NAMES.map((name, index) => ({ name, index })))(
    'show $name as it was looked at',
    async ({ name, index }) => {
      const kept = crop(readPng(readFileSync(PICTURE)), 0, index * STRIP.height, STRIP.width, STRIP.height);
      expect(difference(await stripOf(name), kept)).toBeLessThan(OTHERWISE);
    },
  );

  it.each([
    ['Şeyma Yıldız-Özgür', 'Seyma Yıldız-Özgür'],
    ['Şeyma Yıldız-Özgür', 'Şeyma Yildız-Özgür'],
    ['Łukasz Żółć-Święch', 'Łukasz Żołć-Święch'],
    ['Đặng Thị Hồng Ngữ', 'Đặng Thi Hồng Ngữ'],
    ["D'Angelo", 'DAngelo'],
  ])('would not take %s for %s', async (name, other) => {
    expect(difference(await stripOf(name), await stripOf(other))).toBeGreaterThan(1.5 * OTHERWISE);
  });

  it.each(NAMES)('would take %s for itself with edges that are smoothed otherwise', async (name) => {
    expect(difference(await stripOf(name), await stripOf(name, 3))).toBeLessThan(0.75 * OTHERWISE);
  });

  it.each(NAMES)('keep within the margins: %s', async (name) => {
    const places = [0, 528].map((x) => ({ x, y: 20, width: 67, height: 800 }));
    const margins = await Promise.all(places.map((place) => drawn(name, place, 1)));
    expect(margins.map((margin) => Math.max(...darkness(margin, SQUARE)))).toEqual([0, 0]);
  });
});
