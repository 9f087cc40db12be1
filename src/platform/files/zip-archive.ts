import { inflateRawSync } from 'node:zlib';
import { hasCode } from '../errors/ignoring.js';

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** Why an archive cannot be read. */
export class ZipError extends Error {
  constructor(readonly problem: 'damaged' | 'too-large') {
    super(`zip file is ${problem}`);
  }
}

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly header: number;
}

/**
 * The entries of a ZIP file, each unpacked only when it is read. What all of them together may unpack to is a limit that
 * holds whatever the file says of itself.
 */
export class ZipArchive {
  private readonly entries: ReadonlyMap<string, Entry>;

  /** @throws ZipError */
  constructor(
    private readonly bytes: Buffer,
    private room: number,
  ) {
    this.entries = orDamaged(() => directoryOf(bytes));
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * The text of an entry; null when there is none of this name.
   * @throws ZipError
   */
  text(name: string): string | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const content = orDamaged(() => this.unpack(entry));
    this.room -= content.length;
    return new TextDecoder().decode(content);
  }

  private unpack({ method, packedSize, header }: Entry): Buffer {
    const start = header + 30 + this.bytes.readUInt16LE(header + 26) + this.bytes.readUInt16LE(header + 28);
    const packed = this.bytes.subarray(start, start + packedSize);
    if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged');
    if (this.room < 1 || (method === STORED && packed.length > this.room)) throw new ZipError('too-large');
    return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: this.room });
  }
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipError('damaged');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, nameEnd), {
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Reading past the end and unpacking what was never packed are both a file that is damaged. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError(hasCode(error, 'ERR_BUFFER_TOO_LARGE') ? 'too-large' : 'damaged');
  }
}
