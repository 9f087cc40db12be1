import { StoredFiles, type StoredFile } from '../../src/platform/storage/stored-files.js';
import { systemActor } from '../../src/shared/actor.js';
import type { TestApp } from './app.js';

/** Stores a file of this region, for a row that a test writes itself. */
export function storeFile({ app }: TestApp, regionId: string, content: string): Promise<StoredFile> {
  const files = app.get(StoredFiles, { strict: false });
  return files.write({ ...systemActor, regionId }, Buffer.from(content, 'latin1'));
}
