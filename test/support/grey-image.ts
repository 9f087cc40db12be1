import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in greys: 0 is black, 255 white; a byte per pixel, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads what `pdftoppm -gray` writes. */
export function readPgm(file: Buffer): GreyImage {
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), pixels: file.subarray(head.length) };
}

export function crop(image: GreyImage, x: number, y: number, width: number, height: number): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * image.width + x;
    pixels.set(image.pixels.subarray(start, start + width), row * width);
  }
  return { width, height, pixels };
}

/** The picture so many times as small; each pixel is the mean of those it was. */
export function shrink(image: GreyImage, times: number): GreyImage {
  const [width, height] = [Math.ceil(image.width / times), Math.ceil(image.height / times)];
  return { width, height, pixels: Uint8Array.from(darkness(image, times), (dark) => 255 - dark) };
}

/** Puts pictures of one size below each other. */
export function stack(images: readonly GreyImage[]): GreyImage {
  const { width, height } = images[0]!;
  return { width, height: height * images.length, pixels: Buffer.concat(images.map(({ pixels }) => pixels)) };
}

/** How dark a picture is in squares of so many pixels, 0 to 255 each: what differs by the way edges are smoothed fades. */
export function darkness(image: GreyImage, side: number): number[] {
  const [columns, rows] = [Math.ceil(image.width / side), Math.ceil(image.height / side)];
  const sums = Array<number>(columns * rows).fill(0);
  // Math.floor would be looked up anew for each of the million pixels, as all globals are within Jest.
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++)
      sums[((y / side) | 0) * columns + ((x / side) | 0)]! += 255 - image.pixels[y * image.width + x]!;
  return sums.map((sum) => sum / side ** 2);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of the plainest kind, which `readPng` reads back. */
export function writePng({ width, height, pixels }: GreyImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const packed = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads only what `writePng` wrote. */
export function readPng(file: Buffer): GreyImage {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++)
    pixels.set(rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)), row * width);
  return { width, height, pixels };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
