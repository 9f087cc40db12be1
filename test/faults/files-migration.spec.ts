import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

// The first version in which documents are files.
const BEFORE = '0079';

let database: Migrating;

beforeEach(async () => {
  database = await startMigrating();
  await database.migrate(null, BEFORE);
});
afterEach(() => database.drop());

const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const stored = ({ region, id }: { region: string; id: string }) => join(database.filesFolder, region, id);

let towns = 1000;
/** A region with a decision, and a document of it with these bytes. */
async function fill(contents: readonly Buffer[], hash = hashOf) {
  const [region, town, award, account, decision] = Array.from({ length: 5 }, () => newId());
  await put('insert into region (id, name) values ($1, $2)', region, `Regio ${region}`);
  await put(
    "insert into municipality (id, region_id, cbs_code, name) values ($1, $2, $3, 'Almere')",
    ...[town, region, `GM${++towns}`],
  );
  await put(
    "insert into account (id, region_id, role, name, email) values ($1, $2, 'finance', 'Fin Voorbeeld', $3)",
    ...[account, region, `${account}@example.nl`],
  );
  await put(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
     values ($1, $2, 'B-2026', 'Versterkingsgelden', $3, 2026, 2026, 1000000, true, 'test')`,
    ...[award, region, town],
  );
  await put(
    `insert into grant_decision (id, region_id, grant_id, kind, reference, decided_on, reason, award_change_cents, recorded_at, recorded_by)
     values ($1, $2, $3, 'shift', 'Overleg', '2026-05-12', 'x', 0, now(), $4)`,
    ...[decision, region, award, account],
  );
  const documents = [];
  for (const content of contents) {
    const document = { region: region!, id: newId(), content };
    await put(
      `insert into decision_document (id, region_id, decision_id, file_name, media_type, content, sha256, uploaded_at, uploaded_by)
       values ($1, $2, $3, 'brief.pdf', 'application/pdf', $4, $5, now(), $6)`,
      ...[document.id, region, decision, content, hash(content), account],
    );
    documents.push(document);
  }
  return documents;
}

const LETTERS = [Buffer.from('%PDF-1.7 brief'), Buffer.alloc(3_000_000, 7), Buffer.from([0, 1, 2, 255])];
const hasContent = async () =>
  (
    await put(
      "select from information_schema.columns where table_name = 'decision_document' and column_name = 'content'",
    )
  ).rowCount === 1;

test('what was in the database is a file with the same bytes, of every region, and its row says how large', async () => {
  const documents = [...(await fill(LETTERS)), ...(await fill(LETTERS))];
  await database.migrate(BEFORE, null);
  for (const document of documents) {
    expect(await readFile(stored(document))).toEqual(document.content);
    const { rows } = await put(
      'select size, sha256 from decision_document d join stored_file f using (id, region_id) where d.id = $1',
      document.id,
    );
    expect(rows).toEqual([{ size: document.content.length, sha256: hashOf(document.content) }]);
  }
  expect(await hasContent()).toBe(false);
  expect((await put('select from abandoned_file')).rowCount).toBe(0);
});

test('when the storage fails halfway everything is still in the database, and the next time all of it goes', async () => {
  const [first, ...rest] = [...(await fill(LETTERS)), ...(await fill(LETTERS))];
  const last = rest.at(-1)!;
  const folder = dirname(stored(last));
  await mkdir(database.filesFolder, { recursive: true });
  await writeFile(folder, 'in the way');
  await expect(database.migrate(BEFORE, null)).rejects.toThrow('0079');
  expect(await readdir(dirname(stored(first!)))).toHaveLength(3);
  expect(await hasContent()).toBe(true);
  const { rows } = await put('select id, content from decision_document');
  const hashes = (documents: readonly { id: string; content: Buffer }[]) =>
    Object.fromEntries(documents.map(({ id, content }) => [id, hashOf(content)]));
  expect(hashes(rows)).toEqual(hashes([first!, ...rest]));
  await rm(folder);
  await database.migrate(BEFORE, null);
  for (const document of [first!, ...rest])
    expect(await readFile(stored(document))).toEqual(document.content);
});

test('a document whose bytes are not what its hash says stops it, and is named', async () => {
  await fill(LETTERS);
  const [damaged] = await fill(LETTERS.slice(0, 1), () => '0'.repeat(64));
  await expect(database.migrate(BEFORE, null)).rejects.toThrow(damaged!.id);
  expect(await hasContent()).toBe(true);
});

test('the migration alone, without bringing the bytes away first, drops nothing', async () => {
  await fill(LETTERS);
  const sql = await readFile(
    join(import.meta.dirname, '../../src/platform/database/migrations/0079_stored_files.sql'),
    'utf8',
  );
  await expect(database.system.query(sql)).rejects.toThrow('moved_file');
  expect(await hasContent()).toBe(true);
});
