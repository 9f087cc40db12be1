import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { WriteOptions } from 'flydrive/types';
import type { BucketConfig, FilesConfig } from '../config/files-config.js';
import { hasCode, ignoring } from '../errors/ignoring.js';

/** A folder that is full is full for a while; these say that the setting itself is wrong. */
const WRONG_FOLDER = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'];
const PROBE = 'start-check';
const TRIES = 2;
const LONGEST_CONNECT_MS = 5_000;
const LONGEST_SILENCE_MS = 15_000;

/** Bytes by key, in a folder or in a bucket. A key is one that we made, never a name that someone chose. */
export class FileStore {
  private readonly log = new Logger(FileStore.name);

  constructor(
    private readonly disk: Disk,
    private readonly whenWrong: string,
  ) {}

  /**
   * Tries to write. A storage that is full or does not answer at this moment is only logged: what needs no document goes
   * on working.
   * @throws Error that says which setting is wrong
   */
  async check(): Promise<void> {
    try {
      await this.put(PROBE, Buffer.from('Leerlijn can write here.\n'));
      await this.remove(PROBE);
    } catch (error) {
      const said = `${this.whenWrong}: ${reasonOf(error)}`;
      if (isWrongSetting(error)) throw new Error(said, { cause: error });
      this.log.error(said);
    }
  }

  /** Answers when the bytes are safe: a power cut does not take them. @throws Error with the cause, when it did not work */
  async put(key: string, content: Buffer): Promise<void> {
    await this.disk.put(key, content);
  }

  /** The bytes, or null where there are none. @throws Error with the cause, when the storage does not answer */
  async get(key: string): Promise<Buffer | null> {
    try {
      return Buffer.from(await this.disk.getBytes(key));
    } catch (error) {
      const cause = causeOf(error);
      if (hasCode(cause, 'ENOENT') || (cause as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  }

  /** Does nothing where there is no such file. */
  async remove(key: string): Promise<void> {
    await this.disk.delete(key);
  }
}

/** Opens the storage that is configured; nothing is written yet. */
export async function openFileStore(config: FilesConfig): Promise<FileStore> {
  return 'folder' in config
    ? new FileStore(
        new Disk(inFolder(config.folder)),
        `FILES_FOLDER: documents cannot be written in ${config.folder}`,
      )
    : new FileStore(
        new Disk(await inBucket(config)),
        `FILES_S3_BUCKET: documents cannot be written in the bucket ${config.bucket}`,
      );
}

/** What went wrong, in the words of the file system or the service. */
export function reasonOf(error: unknown): string {
  const { name, message, code } = causeOf(error) as NodeJS.ErrnoException;
  // Of an address with two meanings (IPv4 and IPv6) the error has a code and no words.
  return [name === 'Error' ? '' : name, message || code].filter(Boolean).join(': ');
}

function causeOf(error: unknown): unknown {
  return (error as Error).cause ?? error;
}

/** The HTTP status that an S3 service answered with; undefined where none answered. */
function statusOf(error: unknown): number | undefined {
  return (causeOf(error) as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function isWrongSetting(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined ? hasCode(causeOf(error), ...WRONG_FOLDER) : status < 500;
}

function inFolder(folder: string): FSDriver {
  return new FlushedFolder({ location: folder, visibility: 'private' });
}

/** Loaded only where it is used: the client of AWS is large. */
async function inBucket({ bucket, endpoint, region, key, secret, pathStyle }: BucketConfig) {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    bucket,
    region,
    ...(endpoint === null ? {} : { endpoint }),
    credentials: { accessKeyId: key, secretAccessKey: secret },
    forcePathStyle: pathStyle,
    visibility: 'private',
    // Who may see what is set on the bucket; many services know no rights per object.
    supportsACL: false,
    maxAttempts: TRIES,
    requestHandler: {
      connectionTimeout: LONGEST_CONNECT_MS,
      requestTimeout: LONGEST_SILENCE_MS,
      throwOnRequestTimeout: true,
    },
    // We hold every file against our own SHA-256; not every service knows the checksums of AWS.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** A file counts as written when the disk itself has it, and the folders that lead to it. */
class FlushedFolder extends FSDriver {
  override async put(key: string, content: string | Uint8Array, options?: WriteOptions): Promise<void> {
    const root = this.options.location as string;
    // Nobody else on the machine reads along.
    await mkdir(root, { recursive: true, mode: 0o700 });
    await super.put(key, content, options);
    const file = path.join(root, key);
    await flush(await open(file, 'r+'));
    for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder))
      // Windows does not open folders.
      await open(folder, 'r').then(flush, ignoring('EISDIR', 'EPERM'));
  }
}

async function flush(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
