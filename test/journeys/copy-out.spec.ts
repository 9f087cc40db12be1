import fc from 'fast-check';
import { copyOut } from '../../src/platform/database/copy-out.js';
import { Database } from '../../src/platform/database/database.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let db: Database;

beforeAll(async () => {
  app = await startApp();
  db = app.app.get(Database, { strict: false });
});
afterAll(() => app.stop());

// PostgreSQL holds no zero byte.
const texts = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom('\\N', '\\', '\t', '\\t', 'a\r\nb', '', "'; drop table region; --", '$1', 'NULL', '€ ş'),
);

test('any text comes back as it was, and nothing as nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(texts), { minLength: 1, maxLength: 4 }), async (values) => {
      const columns = values.map((_, index) => `$${index + 1}::text`).join(', ');
      const sql = `select ${columns} from generate_series(1, 3)`;
      const rows = await db.read(systemActor, (tx) => copyOut(tx, sql, values));
      expect(rows).toEqual([values, values, values]);
    }),
  );
});

test('what PostgreSQL refuses is an error, after which the connection goes on', async () => {
  const looks = (sql: string) => db.read(systemActor, (tx) => copyOut(tx, sql, []));
  await expect(looks('select 1 / 0')).rejects.toThrow('division by zero');
  expect(await looks('select 1')).toEqual([['1']]);
});

test('sees no more than whoever asks may see', async () => {
  const nobody = { ...systemActor, role: 'trainer' } as const;
  const sql = 'select count(*) from ledger_entry';
  expect(await db.read(nobody, (tx) => copyOut(tx, sql, []))).toEqual([['0']]);
});
