import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '../../src/shared/ids.js';
import { addressWith } from '../../src/platform/mail/inbound-address.rules.js';
import { cloneDatabase, filesFolderOf, type TestDatabase } from '../support/database.js';
import { inboundMail } from '../support/inbound-mail.js';
import { createRegion } from '../support/region.js';

const INBOUND = 'antwoord@leerlijn.example.nl';
const TO = 'noor@example.nl';
const MEGABYTE = 1024 * 1024;

let database: TestDatabase;
let bounce: Buffer;

beforeAll(async () => {
  database = await cloneDatabase();
  const region = await createRegion(database);
  const { rows } = await database.owner.query<{ token: string }>(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, sent_at, created_at)
     values ($1, $2, 'test', 'test', 'test', 'nl', 'Voorbeeld', $3, 'Onderwerp', 'Tekst', '<p>Tekst</p>', false, 'sent', now(), now(), now()) returning return_token token`,
    [newId(), region.id, TO],
  );
  const returnAddress = addressWith(rows[0]!.token, INBOUND);
  bounce = await inboundMail('postfix-user-unknown', { returnAddress, to: TO });
});
afterAll(() => database.drop());

/** Offers a mail as a mail server does. */
async function pipe(raw: Buffer, env: Record<string, string> = {}): Promise<{ code: number; err: string }> {
  const { PATH, TEST_BUILD } = process.env;
  const child = spawn(process.execPath, [join(TEST_BUILD!, 'inbound-mail.js')], {
    env: {
      PATH,
      LOCAL_MODE: 'true',
      DATABASE_URL: database.url,
      FILES_FOLDER: filesFolderOf(database.url),
      INBOUND_MAIL_ADDRESS: INBOUND,
      ...env,
    },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(raw);
  const [code] = (await once(child, 'exit')) as [number];
  return { code, err };
}

const died = async () => {
  const { rows } = await database.owner.query<{ address: string }>('select address from dead_address');
  return rows.map(({ address }) => address);
};

test('the mail server is to offer a mail again while the database is away, and nothing is lost', async () => {
  const away = await pipe(bounce, { DATABASE_URL: 'postgresql://leerlijn_app:x@127.0.0.1:1/leerlijn' });
  expect(away.code).toBe(75);
  expect(await died()).toEqual([]);
  expect(await pipe(bounce)).toEqual({ code: 0, err: '' });
  expect(await died()).toEqual([TO]);
});

test.each([
  ['no address for mail is set', { INBOUND_MAIL_ADDRESS: '' }],
  ['the address is that of the sender', { INBOUND_MAIL_ADDRESS: 'Leerlijn@example.nl' }],
  ['the address has a plus sign', { INBOUND_MAIL_ADDRESS: 'a+b@example.nl' }],
])('the mail server is to offer a mail again while %s', async (_why, env) => {
  const { code, err } = await pipe(bounce, env);
  expect(code).toBe(75);
  expect(err).toContain('INBOUND_MAIL_ADDRESS');
});

test('a mail that is too large is refused for good, and says so', async () => {
  const { code, err } = await pipe(Buffer.concat([bounce, Buffer.alloc(10 * MEGABYTE, 'x')]));
  expect(code).toBe(65);
  expect(err).toContain('larger than 10485760 bytes');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['bytes that are no mail', Buffer.from([0, 255, 254, 10, 13, 0])],
])('%s does no harm', async (_what, raw) => {
  expect(await pipe(raw)).toEqual({ code: 0, err: '' });
});
