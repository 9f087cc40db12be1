import { type PictureLimits, type ReadPicture, refused } from './picture-limits.js';

/** Baseline, extended and progressive: what every reader of PDF can unpack. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const [TABLES, ARITHMETIC_TABLES, RESERVED] = [0xc4, 0xcc, 0xc8];
const [END, SCAN] = [0xd9, 0xda];
/** In which colours the picture is stored; the other segments of programs hold names, places and thumbnails. */
const ADOBE = 0xee;

interface Segment {
  readonly marker: number;
  /** With its marker and its length. */
  readonly whole: Buffer;
  readonly data: Buffer;
}

/** A JPEG with nothing in it but the picture; null for what is no JPEG. */
export function readJpeg(file: Buffer, { longestSide }: PictureLimits): ReadPicture | null {
  if (file[0] !== 0xff || file[1] !== 0xd8) return null;
  const segments = segmentsOf(file);
  const frames = segments?.filter(({ marker }) => isFrame(marker)) ?? [];
  const [frame] = frames;
  // Precision, height and width, and how many colours there are.
  if (!segments || !frame || frames.length > 1 || frame.data.length < 6) return refused('not-a-picture');
  const { data } = frame;
  if (data[5] === 4) return refused('cmyk');
  const [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
  if (Math.max(width, height) > longestSide) return refused('too-many-pixels');
  const isKnown = FRAMES.includes(frame.marker) && data[0] === 8 && (data[5] === 1 || data[5] === 3);
  if (!isKnown || width === 0 || height === 0) return refused('not-a-picture');
  const kept = segments.filter(({ marker }) => !isBeside(marker)).map(({ whole }) => whole);
  return { ok: true, content: Buffer.concat([file.subarray(0, 2), ...kept]) };
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![TABLES, ARITHMETIC_TABLES, RESERVED].includes(marker);
const isBeside = (marker: number) =>
  (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE) || marker === 0xfe;

/** All up to the end of the first picture; null when it has no end, or no picture. */
function segmentsOf(file: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= file.length;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1]!;
    // A marker may have any number of these before it.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const hasScan = segments.some((segment) => segment.marker === SCAN);
    if (marker === END) return hasScan ? [...segments, part(file, marker, at, at + 2)] : null;
    if (at + 4 > file.length) return null;
    const length = file.readUInt16BE(at + 2);
    if (length < 2) return null;
    const end = at + 2 + length;
    const next = marker === SCAN ? endOfScan(file, end) : end;
    segments.push(part(file, marker, at, next));
    at = next;
  }
  return null;
}

const part = (file: Buffer, marker: number, from: number, to: number): Segment => ({
  marker,
  whole: file.subarray(from, to),
  data: file.subarray(from + 4, to),
});

/** Where the next marker stands: in a scan, a byte of 255 is followed by 0, or by the marker of a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}
