import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { type CertificateDocument, writeCertificatePdf } from '../src/certificates/certificate-pdf.js';
import { CertificatePress } from '../src/certificates/certificate-press.js';
import { readLogo } from '../src/certificates/look/logo.js';
import { median, printFigures } from './support/figures.js';

const CERTIFICATES = 1_000;
const PLAIN = 150;
const ROUNDS = 3;
const THREAD = pathToFileURL(join(import.meta.dirname, '../dist/certificates/press-thread.js'));

const require = createRequire(import.meta.url);
const font = (file: string) => require.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`);
const REGULAR = font('400Regular/SourceSans3_400Regular');
const SEMIBOLD = font('600SemiBold/SourceSans3_600SemiBold');

/** Bulks of which the memory is looked at, after two that warm up; each of other people. */
const BULKS = 8;
/** How much more the second half of them may take at its highest than the first, in MB: what is not let go of adds up. */
const MOST_GROWTH = 16;
/** A logo of the size in which it is kept, heavier than most. */
const LOGO = logo();

/** Certificates of one session as tagged PDF/A with a QR code, against a loop of PDFKit that tags and shares nothing. */
export default async function bench(): Promise<boolean> {
  const press = new CertificatePress(THREAD);
  const documents = Array.from({ length: CERTIFICATES }, (_, index) => certificate(index));
  const memory = await memoryOf(press);
  await plainLoop(documents.slice(0, PLAIN));
  const rounds: { written: number; alone: number; plain: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const written = await timed(() => readAll(press, documents));
    const alone = await timed(async () => {
      for (const document of documents) await writeCertificatePdf(document);
    });
    const plain = await timed(() => plainLoop(documents.slice(0, PLAIN)));
    rounds.push({ written, alone, plain });
  }
  const perSecond = (count: number, took: number[]) => (count / median(took)) * 1000;
  const floor = {
    what: 'plain PDFKit with the same words, logo and QR code, that loads its fonts for each document',
    measured: perSecond(
      PLAIN,
      rounds.map((round) => round.plain),
    ),
  };
  const figure = { unit: 'per second', floor };
  printFigures([
    {
      ...figure,
      what: `${CERTIFICATES} certificates, on all processors`,
      measured: perSecond(
        CERTIFICATES,
        rounds.map((round) => round.written),
      ),
      target: { atLeast: 12 },
    },
    {
      ...figure,
      what: 'the same on one processor',
      measured: perSecond(
        CERTIFICATES,
        rounds.map((round) => round.alone),
      ),
      target: null,
    },
  ]);
  const isFlat = printMemory(memory);
  const right = await isRight(press, documents);
  await press.onModuleDestroy();
  return right && isFlat;
}

/** Says how much memory the process had at its highest in each bulk, and whether it stays the same. */
function printMemory(peaks: readonly number[]): boolean {
  const half = peaks.length / 2;
  const growth = Math.max(...peaks.slice(half)) - Math.max(...peaks.slice(0, half));
  const isFlat = growth <= MOST_GROWTH;
  console.log(
    `\nMemory of the process at its highest in each of ${peaks.length} bulks: ${peaks.join(', ')} MB`,
  );
  console.log(`  growth: ${growth} MB, wanted at most ${MOST_GROWTH}: ${isFlat ? 'flat' : 'NOT flat'}`);
  return isFlat;
}

/** In MB, of the whole process with its threads. */
async function memoryOf(press: CertificatePress): Promise<number[]> {
  const peaks: number[] = [];
  for (let bulk = -2; bulk < BULKS; bulk++) {
    const documents = Array.from({ length: CERTIFICATES }, (_, index) =>
      certificate((bulk + 2) * CERTIFICATES + index),
    );
    const peak = await readAll(press, documents);
    if (bulk >= 0) peaks.push(Math.round(peak / 2 ** 20));
  }
  return peaks;
}

/** Reads each file and lets go of it, as who streams them does; returns the most memory seen, in bytes. */
async function readAll(press: CertificatePress, documents: readonly CertificateDocument[]): Promise<number> {
  let peak = 0;
  for await (const pdf of press.write(documents)) {
    if (pdf.length === 0) throw new Error('empty file');
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return peak;
}

async function plainLoop(documents: readonly CertificateDocument[]): Promise<void> {
  for (const document of documents) await plainPdf(document);
}

async function plainPdf(c: CertificateDocument): Promise<Buffer> {
  const page = new PDFDocument({ size: 'A4', margin: 72, font: REGULAR });
  page.registerFont('regular', REGULAR).registerFont('semibold', SEMIBOLD);
  const line = (face: string, size: number, text: string) => page.font(face).fontSize(size).text(text);
  page.image(Buffer.from(LOGO), 373, 56, { width: 150 });
  line('semibold', 17, c.municipalityName);
  line('regular', 12, c.regionName);
  line('semibold', 44, c.labels.title);
  line('semibold', 32, c.professionalName);
  line('regular', 14, c.labels.statement);
  line('semibold', 23, c.courseTitle);
  for (const text of [c.levelLabel, c.partsLine]) line('regular', 14, text);
  for (const text of [c.labels.number, c.labels.issuedOn, c.labels.validUntil]) line('regular', 11, text);
  for (const text of [c.number, c.issuedOn, c.validUntil ?? '']) line('semibold', 13, text);
  line('regular', 12, c.labels.check);
  page.font('semibold').text(c.checkUrl, { link: c.checkUrl });
  const { size, data } = QRCode.create(c.checkUrl, { errorCorrectionLevel: 'M' }).modules;
  data.forEach((dark, at) => {
    if (dark) page.rect(72 + (at % size) * 3, 600 + Math.floor(at / size) * 3, 3, 3);
  });
  page.fill('#1c262d').end();
  return buffer(page);
}

/** Whether threads give, in order, what one certificate at a time gives. */
async function isRight(press: CertificatePress, documents: readonly CertificateDocument[]): Promise<boolean> {
  let place = 0;
  let wrong = 0;
  for await (const pdf of press.write(documents))
    if (!pdf.equals(await writeCertificatePdf(documents[place++]!))) wrong += 1;
  const right = wrong === 0 && place === documents.length;
  console.log(right ? '\nThe same to the byte as one at a time.' : `\nWRONG: ${wrong} of ${place} files`);
  return right;
}

function certificate(index: number): CertificateDocument {
  const number = `LL-2027-${String(index).padStart(5, '2')}-QX2AB-CD4EF`;
  return {
    number,
    professionalName: `${FIRST_NAMES[index % FIRST_NAMES.length]!} Voorbeeld-${index}`,
    nameNote: 'De hele naam vindt u op de controlepagina.',
    courseTitle: 'Verdiepingstraining: signalen duiden en bespreken',
    levelLabel: 'Niveau: verdieping',
    municipalityName: 'Gemeente Voorbeeld',
    regionName: 'Regio Voorbeeld',
    partsLine: '14 en 15 januari 2027',
    issuedOn: '20 januari 2027',
    validUntil: '20 januari 2030',
    checkUrl: `https://leerlijn.example/check/${number}`,
    locale: 'nl',
    labels: {
      title: 'Certificaat',
      statement: 'heeft deelgenomen aan de training',
      number: 'Nummer',
      issuedOn: 'Afgegeven op',
      validUntil: 'Geldig tot en met',
      check: 'Controleer dit certificaat op:',
      logo: 'Logo van gemeente Voorbeeld',
    },
    issuedAt: new Date('2027-01-20T10:00:00Z'),
    look: { id: 'voorbeeld', accent: '#5b2a86', logo: LOGO },
  };
}

/** Rings of many colours, which pack badly: some 50 KB. */
function logo(): Buffer {
  const png = new PNG({ width: 900, height: 288 });
  for (let at = 0; at < png.data.length / 4; at++) {
    const [x, y] = [at % png.width, Math.floor(at / png.width)];
    const ring = Math.floor(Math.hypot(x - 450, y - 144) / 8);
    png.data.set([(ring * 37) % 256, (ring * 59) % 256, (ring * 83) % 256, 255], 4 * at);
  }
  const read = readLogo(PNG.sync.write(png));
  if (!read.ok) throw new Error(`The logo of the bench is refused: ${read.fault}`);
  return read.content;
}

const FIRST_NAMES = ['Şeyma', 'Łukasz', 'Ελένη', 'Юлия', 'Noor', 'Zoë', 'Ağca', 'Jan'];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
