import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { AppModule } from '../src/app.module.js';
import { MailSender } from '../src/platform/mail/mail-sender.js';
import { SIMULTANEOUS_MAILS } from '../src/platform/mail/mail-transport.js';
import { createRegion } from '../test/support/region.js';
import { median, printFigures } from './support/figures.js';
import { startDatabase, type BenchDatabase } from './support/postgres.js';
import { startServer } from './support/server.js';

const MAILS = 10_000;
const ROUNDS = 3;
const TEXT = 'U hebt een plaats in de training. Hieronder staat wat u moet weten.\n'.repeat(20);
const HTML = `<p>${TEXT}</p>`.repeat(5);

/** Mail that is claimed, sent and marked, against the same mail through a bare pool of nodemailer. */
export default async function bench(): Promise<boolean> {
  const database = await startDatabase();
  const server = await startServer('mail-server.ts', {});
  const app = await startSender(database, server.url);
  try {
    const region = await createRegion(database);
    const sender = app.get(MailSender, { strict: false });
    const sent: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await queueMails(database, region.id);
      sent.push(await timed(() => sender.sendDue()));
      bare.push(await timed(() => sendBare(server.url)));
    }
    const perSecond = (took: number[]) => (MAILS / median(took)) * 1000;
    const floor = {
      what: `a bare pool of nodemailer with ${SIMULTANEOUS_MAILS} connections`,
      measured: perSecond(bare),
    };
    const what = `${MAILS} mails that are due, claimed, sent and marked`;
    printFigures([{ what, measured: perSecond(sent), unit: 'per second', floor, target: { atLeast: 0.8 } }]);
    return await allSentOnce(database);
  } finally {
    await app.close();
    await server.stop();
    await database.drop();
  }
}

function startSender(database: BenchDatabase, smtpUrl: string) {
  Object.assign(process.env, {
    ...{ DATABASE_URL: database.url, SMTP_URL: smtpUrl, FILES_FOLDER: database.filesFolder },
  });
  return NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
}

async function queueMails({ owner }: BenchDatabase, regionId: string): Promise<void> {
  await owner.query(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     select id, $1, id::text, 'bench', 'bench', 'nl', 'Voorbeeld', id || '@example.nl', 'Onderwerp', $2, $3, false, 'queued', now(), now()
     from (select gen_random_uuid() id from generate_series(1, $4)) new`,
    [regionId, TEXT, HTML, MAILS],
  );
  await owner.query('analyze message');
}

async function sendBare(url: string): Promise<void> {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: SIMULTANEOUS_MAILS,
    maxMessages: Infinity,
  });
  const mail = (index: number): SendMailOptions => ({
    messageId: `<${index}@example.nl>`,
    from: { name: 'Leerlijn', address: 'leerlijn@example.nl' },
    to: { name: 'Voorbeeld', address: `${index}@example.nl` },
    ...{ subject: 'Onderwerp', text: TEXT, html: HTML },
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'nl' },
  });
  let next = 0;
  const lane = async () => {
    while (next < MAILS) await pool.sendMail(mail(next++));
  };
  await Promise.all(Array.from({ length: SIMULTANEOUS_MAILS }, lane));
  pool.close();
}

async function allSentOnce({ owner }: BenchDatabase): Promise<boolean> {
  const { rows } = await owner.query<{ wrong: number }>(
    "select count(*)::int wrong from message where status <> 'sent' or attempts <> 1",
  );
  console.log(rows[0]!.wrong === 0 ? '\nAll sent at the first attempt.' : `\nWRONG: ${rows[0]!.wrong} mails`);
  return rows[0]!.wrong === 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
