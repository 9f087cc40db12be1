import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file in a ZIP; `date` is the local date ('YYYY-MM-DD') that it carries. */
export interface ZipMember {
  readonly name: string;
  readonly date: string;
}

/** A file that is packed already, such as a PDF. */
export interface PackedMember extends ZipMember {
  readonly bytes: Buffer;
}

/** A file that is packed while it is made. */
export interface StreamedMember extends ZipMember {
  readonly content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** What both headers of a file say of its content. */
interface Facts {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const DESCRIPTOR = 0x08074b50;
const END = 0x06054b50;
const VERSION = 20;
/** Made on Unix: with another maker some programs do not believe that names are UTF-8. */
const MADE_BY = (3 << 8) | VERSION;
/** A file that its owner may change and everyone may read, as Unix has it. */
const ATTRIBUTES = 0o100644 * 2 ** 16;
/** Says that names are UTF-8. */
const UTF8 = 0x0800;
/** Says that the sizes stand behind the content, as they were not known before it. */
const SIZES_FOLLOW = 0x0008;
const STORED = 0;
const DEFLATED = 8;
const LARGEST = 0xffff_ffff;
const MOST = 0xffff;
/** Little is won by packing harder, and it takes twice the time. */
const LEVEL = 1;

/** How long the ZIP of these packed files is, in bytes, so that a browser can show how far the download is. */
export function zipLength(members: readonly (Pick<ZipMember, 'name'> & { readonly size: number })[]): number {
  const of = ({ name, size }: (typeof members)[number]) => 30 + 46 + 2 * Buffer.byteLength(name) + size;
  return members.reduce((length, member) => length + of(member), 22);
}

/**
 * Writes a ZIP, one file at a time as they come: at most 65,535 files and 4 GB together. The same files give the same
 * bytes on the same version of zlib.
 * @throws RangeError when they are more than that
 */
export async function* zipFile(files: AsyncIterable<PackedMember | StreamedMember>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const file of files) {
    const name = Buffer.from(file.name);
    const facts = yield* 'bytes' in file ? packed(file, name) : streamed(file, name);
    // No comment, disk 0, its attributes, and where the file stands.
    const rest = Buffer.concat([Buffer.alloc(6), uint32(ATTRIBUTES), uint32(at)]);
    directory.push(Buffer.concat([uint32(CENTRAL), uint16(MADE_BY), factsOf(file, name, facts), rest, name]));
    at += 30 + name.length + facts.packedSize + (facts.flags & SIZES_FOLLOW ? 16 : 0);
    if (facts.size > LARGEST || at > LARGEST || directory.length > MOST)
      throw new RangeError('ZIP too large');
  }
  yield Buffer.concat([...directory, endOf(directory, at)]);
}

async function* packed(file: PackedMember, name: Buffer): AsyncGenerator<Buffer, Facts> {
  const { length } = file.bytes;
  const facts = {
    flags: UTF8,
    method: STORED,
    checksum: crc32(file.bytes),
    packedSize: length,
    size: length,
  };
  yield Buffer.concat([uint32(LOCAL), factsOf(file, name, facts), name]);
  yield file.bytes;
  return facts;
}

async function* streamed(file: StreamedMember, name: Buffer): AsyncGenerator<Buffer, Facts> {
  const facts = { flags: UTF8 | SIZES_FOLLOW, method: DEFLATED, checksum: 0, packedSize: 0, size: 0 };
  yield Buffer.concat([uint32(LOCAL), factsOf(file, name, facts), name]);
  const packer = createDeflateRaw({ level: LEVEL });
  const packing = pipeline(measured(file.content, facts), packer);
  // What goes wrong arrives below, from the packer.
  packing.catch(() => undefined);
  for await (const piece of packer as AsyncIterable<Buffer>) {
    facts.packedSize += piece.length;
    yield piece;
  }
  yield Buffer.concat([DESCRIPTOR, facts.checksum, facts.packedSize, facts.size].map(uint32));
  return facts;
}

/** Passes content on and keeps what must be said of it. */
async function* measured(
  content: StreamedMember['content'],
  facts: { checksum: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = Buffer.from(piece as string);
    facts.checksum = crc32(bytes, facts.checksum);
    facts.size += bytes.length;
    yield bytes;
  }
}

function factsOf({ date }: ZipMember, name: Buffer, facts: Facts): Buffer {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Buffer.concat([
    ...[VERSION, facts.flags, facts.method, 0, ((year - 1980) << 9) | (month << 5) | day].map(uint16),
    ...[facts.checksum, facts.packedSize, facts.size].map(uint32),
    ...[name.length, 0].map(uint16),
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
