import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { type PictureLimits, type ReadPicture, refused } from './picture-limits.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A chunk is its length, its name, so much data and a checksum. */
const AROUND_DATA = 12;
/** Values per pixel of each type of colour. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Where each pass of an interlaced picture begins, and its steps: left, top, across, down. */
const INTERLACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** Pixels as red, green and blue, a byte each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** A PNG as it can be put into a PDF without unpacking it again; null for what is no PNG. */
export function readPng(file: Buffer, limits: PictureLimits): ReadPicture | null {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks = chunksOf(file);
  const header = chunks[0];
  if (header?.name !== 'IHDR' || header.data.length !== 13) return refused('not-a-picture');
  if (chunks.some(({ name }) => name === 'acTL')) return refused('animated');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (Math.max(width, height) > limits.longestSide) return refused('too-many-pixels');
  if (width === 0 || height === 0 || !unpacksToItsSize(header.data, chunks)) return refused('not-a-picture');
  try {
    const { data } = PNG.sync.read(file);
    return { ok: true, content: packed(shrunk({ width, height, data: onWhite(data) }, limits.fit)) };
  } catch {
    return refused('not-a-picture');
  }
}

function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + AROUND_DATA <= file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({
      name: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += AROUND_DATA + length;
  }
  return chunks;
}

/** Whether the rows are all there and nothing more: a small file can unpack to gigabytes. */
function unpacksToItsSize(header: Buffer, chunks: readonly Chunk[]): boolean {
  const size = unpackedSize(header);
  const parts = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data);
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}

/** In bytes: each row has one byte that tells how it was written. */
function unpackedSize(header: Buffer): number {
  const bits = header[8]! * (CHANNELS[header[9]!] ?? 1);
  const passes = header[12] === 1 ? INTERLACED : [[0, 0, 1, 1] as const];
  return passes.reduce((total, [left, top, across, down]) => {
    const columns = Math.ceil((header.readUInt32BE(0) - left) / across);
    const rows = Math.ceil((header.readUInt32BE(4) - top) / down);
    return columns > 0 && rows > 0 ? total + rows * (1 + Math.ceil((columns * bits) / 8)) : total;
  }, 0);
}

function onWhite(rgba: Buffer): Buffer {
  const rgb = Buffer.alloc((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const alpha = rgba[from + 3]!;
    for (let colour = 0; colour < 3; colour++)
      rgb[to++] = Math.round((rgba[from + colour]! * alpha + 255 * (255 - alpha)) / 255);
  }
  return rgb;
}

/** Each pixel becomes the mean of those it covers; a picture that fits stays as it is. */
function shrunk(picture: Pixels, fit: PictureLimits['fit']): Pixels {
  const scale = Math.min(1, fit.width / picture.width, fit.height / picture.height);
  if (scale === 1) return picture;
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const mean of meanOf(picture, spanOf(x, width, picture.width), spanOf(y, height, picture.height)))
        data[to++] = mean;
  return { width, height, data };
}

const spanOf = (place: number, places: number, of: number) => ({
  from: Math.floor((place * of) / places),
  to: Math.max(Math.floor((place * of) / places) + 1, Math.floor(((place + 1) * of) / places)),
});

type Span = ReturnType<typeof spanOf>;

function meanOf({ width, data }: Pixels, columns: Span, rows: Span): number[] {
  const sum = [0, 0, 0];
  for (let y = rows.from; y < rows.to; y++)
    for (let x = columns.from; x < columns.to; x++)
      for (let colour = 0; colour < 3; colour++) sum[colour]! += data[3 * (y * width + x) + colour]!;
  const count = (columns.to - columns.from) * (rows.to - rows.from);
  return sum.map((total) => Math.round(total / count));
}

function packed({ width, height, data }: Pixels): Buffer {
  const png = new PNG({ width, height });
  png.data = data;
  return PNG.sync.write(png, { inputColorType: 2, inputHasAlpha: false, colorType: 2, deflateLevel: 9 });
}
