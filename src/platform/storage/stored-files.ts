import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { systemActor, type Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { FileStore, reasonOf } from './file-store.js';

/** How long a file may wait for the row that speaks of it. */
const LONGEST_WAIT_MS = 24 * 3600 * 1000;
const AT_ONCE = 500;

/** By what a file is found: the region that it is of, and the id of the row that speaks of it. */
export interface FileKey {
  readonly regionId: string;
  readonly id: string;
}

/** What the row of a file keeps of it; the size is in bytes. */
export interface StoredFile extends FileKey {
  readonly size: number;
  readonly sha256: string;
}

/** The key of a file in the storage. */
export const keyOf = ({ regionId, id }: FileKey) => `${regionId}/${id}`;
/** The SHA-256 of bytes, in hexadecimal. */
export const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/**
 * Documents that people gave, outside the database. A file is there before the row that speaks of it, and is never
 * changed. That it was begun is noted first, so that what no row came to speak of is found again; see ADR 0047.
 */
@Injectable()
export class StoredFiles {
  private readonly log = new Logger(StoredFiles.name);

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
  ) {}

  /**
   * Stores a file of the actor's region. The row that speaks of it comes after, with this id, in a transaction of its own.
   * @throws DomainError 'storage-unavailable'
   */
  async write(actor: Actor, content: Buffer): Promise<StoredFile> {
    const now = this.clock.now();
    const file = { regionId: actor.regionId!, id: newId(now) };
    await this.db.transaction(actor, (tx) =>
      tx.query('insert into stored_file (id, region_id, begun_at) values ($1, $2, $3)', [
        ...[file.id, file.regionId, now],
      ]),
    );
    await this.reaching(file, () => this.store.put(keyOf(file), content));
    return { ...file, size: content.length, sha256: hashOf(content) };
  }

  /**
   * The bytes as they were stored, and no others.
   * @throws DomainError 'file-lost', 'file-damaged' or 'storage-unavailable'
   */
  async read(file: FileKey & Pick<StoredFile, 'sha256'>): Promise<Buffer> {
    const content = await this.find(file);
    if (content === null) throw new DomainError('file-lost');
    if (hashOf(content) === file.sha256) return content;
    this.log.error({ key: keyOf(file) }, 'a stored file is not what was stored');
    throw new DomainError('file-damaged');
  }

  /** The bytes as they are now, or null where they are gone. @throws DomainError 'storage-unavailable' */
  async find(file: FileKey): Promise<Buffer | null> {
    const content = await this.reaching(file, () => this.store.get(keyOf(file)));
    if (content === null) this.log.error({ key: keyOf(file) }, 'a stored file is not there');
    return content;
  }

  /** Removes what was begun a day ago or more and no row speaks of: the database refuses to forget any other. */
  async removeAbandoned(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LONGEST_WAIT_MS);
    const abandoned = await this.db.read(systemActor, (tx) =>
      tx.query<FileKey[]>(
        'select id, region_id "regionId" from abandoned_file where begun_at < $1 order by id limit $2',
        [before, AT_ONCE],
      ),
    );
    for (const file of abandoned)
      await this.db.transaction(systemActor, async (tx) => {
        await tx.query('delete from stored_file where id = $1', [file.id]);
        await this.store.remove(keyOf(file));
      });
  }

  private async reaching<T>(file: FileKey, what: () => Promise<T>): Promise<T> {
    try {
      return await what();
    } catch (error) {
      this.log.error({ key: keyOf(file), reason: reasonOf(error) }, 'the storage of files does not answer');
      throw new DomainError('storage-unavailable');
    }
  }
}
