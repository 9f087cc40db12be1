import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ledgerColumns } from '../../src/grants/ledger.pages.js';
import { messages } from '../../src/messages.js';
import { csvLines } from '../../src/platform/files/csv-file.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';

/** A download of the ledger from before its first booking, put into the database directly. */
export async function createLedgerDownload(
  { owner }: TestDatabase,
  region: string,
  account: string,
): Promise<string> {
  const id = newId();
  const headers = ledgerColumns(createTranslator(messages)('nl')).map(({ header }) => header);
  const sha256 = createHash('sha256')
    .update(await buffer(csvLines(headers, [])))
    .digest('hex');
  await owner.query(
    `insert into ledger_download (id, region_id, made_at, made_by, format, locale, filter, up_to, bookings, layout, sha256)
     values ($1, $2, now(), $3, 'csv', 'nl', '{"year": 2026}', 0, 0, 1, $4)`,
    [id, region, account, sha256],
  );
  return id;
}
