import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { InboundMailService, MAX_MAIL } from './inbound-mail/inbound-mail.service.js';
import { nestLogger, openLog } from './platform/observability/log.js';

// What a mail server understands (sysexits.h): it refuses the mail, or offers it again later.
const EX_DATAERR = 65;
const EX_TEMPFAIL = 75;

/** Takes in the one mail on standard input, for the mail server that starts this program. */
async function run(): Promise<number> {
  // Read to its end whatever the settings are: a mail server may take a pipe that breaks for a failure for good.
  const raw = await readInput();
  if (raw.length > MAX_MAIL) {
    process.stderr.write(`The mail is larger than ${MAX_MAIL} bytes.\n`);
    return EX_DATAERR;
  }
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: nestLogger(openLog('error', 'inbound-mail')),
    abortOnError: false,
  });
  try {
    await app.get(InboundMailService, { strict: false }).takeIn(raw);
    return 0;
  } finally {
    await app.close();
  }
}

/** All of it; of what is too large only the beginning is kept. */
async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (length <= MAX_MAIL) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EX_TEMPFAIL;
}
