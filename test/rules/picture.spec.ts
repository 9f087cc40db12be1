import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { readLogo } from '../../src/certificates/look/logo.js';
import { writeCertificatePdf } from '../../src/certificates/certificate-pdf.js';
import { exampleCertificate } from '../support/certificates.js';
import { pngOf } from '../support/pictures.js';
import { whereInstalled } from '../support/programs.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG by hand: what it says to be, and what its pixels unpack to. */
function madePng(
  { width, height, bits = 8, type = 0, interlaced = 0 }: Record<string, number>,
  unpacked: Uint8Array,
  ...between: readonly Buffer[]
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width!, 0);
  header.writeUInt32BE(height!, 4);
  header.set([bits, type, 0, 0, interlaced], 8);
  return Buffer.concat([
    ...[SIGNATURE, chunk('IHDR', header), ...between],
    ...[chunk('IDAT', deflateSync(unpacked)), chunk('IEND', new Uint8Array())],
  ]);
}

/** Three by two pixels: the passes of the first, third and second column, and of the second row. */
const INTERLACED = Buffer.from([0, 77, 0, 77, 0, 77, 0, 77, 77, 77]);

const faultOf = (file: Buffer) => {
  const read = readLogo(file);
  return read.ok ? null : read.fault;
};

function pixelsOf(file: Buffer) {
  const read = readLogo(file);
  if (!read.ok) throw new Error(read.fault);
  const { width, height, data } = PNG.sync.read(read.content);
  return { width, height, first: [...data.subarray(0, 4)] };
}

describe('a PNG', () => {
  it('is laid on white where one can see through it', () => {
    expect(pixelsOf(pngOf(3, 2, [0, 0, 0, 0]))).toEqual({ width: 3, height: 2, first: [255, 255, 255, 255] });
    expect(pixelsOf(pngOf(3, 2, [255, 0, 0, 51])).first).toEqual([255, 204, 204, 255]);
  });

  it.each([
    ['in greys of one bit', madePng({ width: 8, height: 1, bits: 1 }, Buffer.from([0, 0b0111_1111])), 0],
    ['in greys of sixteen bits', madePng({ width: 1, height: 1, bits: 16 }, Buffer.from([0, 128, 7])), 128],
    [
      'of a palette',
      madePng(
        { width: 1, height: 1, type: 3 },
        Buffer.from([0, 1]),
        chunk('PLTE', Buffer.from([0, 0, 0, 9, 9, 9])),
      ),
      9,
    ],
    [
      'of a palette that one can see through',
      madePng(
        { width: 1, height: 1, type: 3 },
        Buffer.from([0, 0]),
        ...[chunk('PLTE', Buffer.from([0, 0, 0])), chunk('tRNS', Buffer.from([0]))],
      ),
      255,
    ],
    ['that is interlaced', madePng({ width: 3, height: 2, interlaced: 1 }, INTERLACED), 77],
  ])('%s is read', (_what, file, grey) => {
    expect(pixelsOf(file).first).toEqual([grey, grey, grey, 255]);
  });

  it('becomes as small as it prints, in the proportions it had', () => {
    expect(pixelsOf(pngOf(1_250, 312, [11, 92, 75]))).toEqual({
      ...{ width: 625, height: 156, first: [11, 92, 75, 255] },
    });
    expect(pixelsOf(pngOf(20, 2_000, [0, 0, 0]))).toMatchObject({ width: 2, height: 200 });
    expect(pixelsOf(pngOf(625, 200, [0, 0, 0]))).toMatchObject({ width: 625, height: 200 });
  });

  it('of which a pixel covers others is the mean of them', () => {
    const stripes = new PNG({ width: 1_250, height: 2 });
    for (let x = 0; x < 2_500; x++)
      stripes.data.set(x % 2 === 0 ? [0, 0, 0, 255] : [200, 100, 0, 255], 4 * x);
    expect(pixelsOf(PNG.sync.write(stripes)).first).toEqual([100, 50, 0, 255]);
  });

  it('once read is read again as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 }),
        (width, height, colour) => {
          const once = readLogo(pngOf(width, height, colour));
          expect(once.ok && readLogo(once.content)).toEqual(once);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is refused when it moves, is damaged, is too large, or would be gigabytes', () => {
    const still = { width: 1, height: 1 };
    const pixel = Buffer.from([0, 9]);
    expect(faultOf(madePng(still, pixel, chunk('acTL', Buffer.alloc(8))))).toBe('animated');
    expect(faultOf(madePng({ width: 2_001, height: 1 }, Buffer.alloc(2_002)))).toBe('too-many-pixels');
    expect(faultOf(madePng({ width: 0, height: 1 }, pixel))).toBe('not-a-picture');
    expect(faultOf(madePng({ width: 9, height: 9 }, pixel))).toBe('not-a-picture');
    expect(faultOf(madePng({ ...still, bits: 3 }, pixel))).toBe('not-a-picture');
    expect(faultOf(madePng(still, Buffer.alloc(20_000_000)))).toBe('not-a-picture');
    expect(faultOf(pngOf(40, 40, [1, 2, 3]).subarray(0, 60))).toBe('not-a-picture');
    const noise = new PNG({ width: 600, height: 200 });
    for (let at = 0, seed = 1; at < noise.data.length; at++) {
      seed = (seed * 48_271) % 2_147_483_647;
      noise.data[at] = seed % 256;
    }
    expect(faultOf(PNG.sync.write(noise))).toBe('too-heavy');
    expect(faultOf(Buffer.concat([pngOf(1, 1, [1, 2, 3]), Buffer.alloc(1024 * 1024)]))).toBe('too-heavy');
  });
});

describe('any file at all', () => {
  it('is a picture or is refused, whatever is in it', () => {
    const png = pngOf(30, 20, [200, 10, 10, 128]);
    const jpeg = Buffer.from([
      0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 5, 1, 1, 17, 0, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9,
    ]);
    expect(faultOf(jpeg)).toBeNull();
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(png, jpeg), edits, fc.nat(), (file, changes, cut) => {
        const damaged = Buffer.from(file);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        const part = damaged.subarray(0, (cut % damaged.length) + 1);
        for (const sent of [damaged, part]) {
          const read = readLogo(sent);
          expect(read.ok ? readLogo(read.content) : read).toEqual(read);
        }
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readLogo(Buffer.from(bytes)).ok).toBe(false);
      }),
    );
  });
});

/** A page as poppler makes a JPEG of it. */
function jpegOf(...options: readonly string[]): Promise<Buffer> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'page.pdf'), await writeCertificatePdf(exampleCertificate));
    execFileSync('pdftoppm', [
      ...options,
      '-r',
      '20',
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page'),
    ]);
    return readFileSync(join(folder, 'page.jpg'));
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const segment = (marker: number, text: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text, 'latin1')]);

whereInstalled('pdftoppm')('a JPEG', () => {
  it('keeps its picture and loses what a camera wrote beside it', async () => {
    const file = await jpegOf('-jpeg');
    const beside = [segment(0xe1, 'Exif\0\0taken in Almere'), segment(0xfe, 'by S. Voorbeeld')];
    const sent = Buffer.concat([
      file.subarray(0, 2),
      ...beside,
      file.subarray(2),
      Buffer.from('and a second one'),
    ]);
    const read = readLogo(sent);
    expect(read).toEqual(readLogo(file));
    expect(read.ok && read.content.toString('latin1')).not.toMatch(/Almere|Voorbeeld|second one/);
    expect(read.ok && readLogo(read.content)).toEqual(read);
  });

  it('may hold how its picture is built up, and is refused without an end', async () => {
    const file = await jpegOf('-jpeg', '-jpegopt', 'progressive=y');
    expect(faultOf(file)).toBeNull();
    expect(faultOf(file.subarray(0, -2))).toBe('not-a-picture');
  });

  it('in the colours of print is refused, as is one that is too large', async () => {
    const printed = await jpegOf('-jpegcmyk');
    expect(faultOf(printed)).toBe('cmyk');
    const large = await jpegOf('-jpeg');
    const frame = large.indexOf(Buffer.from([0xff, 0xc0]));
    large.writeUInt16BE(2_001, frame + 7);
    expect(faultOf(large)).toBe('too-many-pixels');
  });
});
