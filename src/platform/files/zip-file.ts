import { crc32 } from 'node:zlib';

/** A file in a ZIP; `date` is the local date ('YYYY-MM-DD') that it carries. */
export interface ZipMember {
  readonly name: string;
  readonly date: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Says that names are UTF-8. */
const UTF8 = 0x0800;

/** How long the ZIP of these files is, in bytes, so that a browser can show how far the download is. */
export function zipLength(members: readonly (Pick<ZipMember, 'name'> & { readonly size: number })[]): number {
  const of = ({ name, size }: (typeof members)[number]) => 30 + 46 + 2 * Buffer.byteLength(name) + size;
  return members.reduce((length, member) => length + of(member), 22);
}

/**
 * Writes a ZIP of files that are packed already, such as PDFs, one at a time: at most 65,535 of them and 4 GB together.
 */
export async function* zipFile(
  files: AsyncIterable<ZipMember & { readonly bytes: Buffer }>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, date, bytes } of files) {
    const facts = factsOf(name, date, bytes);
    const header = Buffer.concat([uint32(LOCAL), facts, Buffer.from(name)]);
    // No comment, disk 0, no attributes, and where the file stands.
    const rest = Buffer.concat([Buffer.alloc(10), uint32(at)]);
    directory.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), facts, rest, Buffer.from(name)]));
    at += header.length + bytes.length;
    yield header;
    yield bytes;
  }
  yield Buffer.concat([...directory, endOf(directory, at)]);
}

/** What both headers of a file say of it. */
function factsOf(name: string, date: string, bytes: Buffer): Buffer {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Buffer.concat([
    ...[VERSION, UTF8, 0, 0, ((year - 1980) << 9) | (month << 5) | day].map(uint16),
    ...[crc32(bytes), bytes.length, bytes.length].map(uint32),
    ...[Buffer.byteLength(name), 0].map(uint16),
  ]);
}

function endOf(directory: readonly Buffer[], at: number): Buffer {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([
    uint32(END),
    ...[0, 0, directory.length, directory.length].map(uint16),
    ...[size, at].map(uint32),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
