import { z } from 'zod';
import type { SendingLimits } from '../mail/sending-limits.rules.js';
import { filesConfigOf, filesEnvironment, filesFaults, type FilesConfig } from './files-config.js';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
/** A part before the @ of at most 64 characters (RFC 5321, 4.5.3.1.1), of which a plus sign and a token take 33. */
const inboundAddress = z
  .email()
  .transform((address) => address.toLowerCase())
  .refine((address) => /^[^+@]{1,31}@/.test(address), 'at most 31 characters before the @, without a +');
/** Mails per minute. */
const limit = z.coerce.number().int().min(1).optional();
const secret = z.string().regex(/^[\x21-\x7e]{20,}$/, 'at least 20 characters, no spaces');
const port = z.coerce.number().int().min(0).max(65535);

const environment = filesEnvironment.extend({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('leerlijn@example.nl'),
  INBOUND_MAIL_ADDRESS: inboundAddress.optional(),
  INBOUND_MAIL_TOKEN: secret.optional(),
  INBOUND_IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  MAIL_PER_MINUTE: limit,
  MAIL_PER_MINUTE_AND_DOMAIN: limit,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TRUSTED_PROXY: z.string().min(1).optional(),
  METRICS_TOKEN: secret.optional(),
  LOCAL_MODE: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Everything the processes take from their environment; read once, never changed. */
export interface Config {
  readonly databaseUrl: string;
  /** Where the queue lives: Redis where REDIS_URL is set, otherwise the database itself. */
  readonly redisUrl: string | null;
  /** Null only in local mode, where mail stays in the mailbox page. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where mail comes in, in lower case; null where none is read. */
  readonly inboundAddress: string | null;
  /** The secret with which mail is brought over HTTP; without it there is no address for that. */
  readonly inboundToken: string | null;
  /** The mailbox from which mail is fetched; null where none is. */
  readonly inboundImapUrl: string | null;
  /** How much mail may leave in a minute; null where the mail server sets no limit. */
  readonly mailLimits: SendingLimits;
  readonly publicUrl: string;
  readonly port: number;
  readonly host: string;
  readonly trustedProxy: string | null;
  /** The secret with which metrics are read; without it they have no address. */
  readonly metricsToken: string | null;
  readonly localMode: boolean;
  readonly logLevel: string;
  /** Where documents are stored. */
  readonly files: FilesConfig;
}

/** Injection token of the Config. */
export const CONFIG = Symbol('CONFIG');

/** Reads the whole environment and throws one Error that names every fault. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(env);
  const faults = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (read.success && !read.data.LOCAL_MODE && !read.data.SMTP_URL)
    faults.push('SMTP_URL: needed, because mail can stay in the mailbox page only with LOCAL_MODE=true');
  if (read.success && read.data.INBOUND_MAIL_ADDRESS === read.data.MAIL_FROM.toLowerCase())
    faults.push('INBOUND_MAIL_ADDRESS: must not be MAIL_FROM, where people read what is passed on');
  if (read.success && !read.data.INBOUND_MAIL_ADDRESS)
    for (const route of ['INBOUND_MAIL_TOKEN', 'INBOUND_IMAP_URL'] as const)
      if (read.data[route]) faults.push(`INBOUND_MAIL_ADDRESS: needed with ${route}`);
  if (read.success) faults.push(...filesFaults(read.data));
  if (!read.success || faults.length > 0)
    throw new Error(`The configuration has ${faults.length} fault(s):\n  ${faults.join('\n  ')}`);
  const found = read.data;
  return Object.freeze({
    databaseUrl: found.DATABASE_URL,
    redisUrl: found.REDIS_URL ?? null,
    smtpUrl: found.SMTP_URL ?? null,
    mailFrom: found.MAIL_FROM,
    inboundAddress: found.INBOUND_MAIL_ADDRESS ?? null,
    inboundToken: found.INBOUND_MAIL_TOKEN ?? null,
    inboundImapUrl: found.INBOUND_IMAP_URL ?? null,
    mailLimits: {
      perMinute: found.MAIL_PER_MINUTE ?? null,
      perDomain: found.MAIL_PER_MINUTE_AND_DOMAIN ?? null,
    },
    publicUrl: found.PUBLIC_URL.replace(/\/$/, ''),
    port: found.PORT,
    host: found.HOST,
    trustedProxy: found.TRUSTED_PROXY ?? null,
    metricsToken: found.METRICS_TOKEN ?? null,
    localMode: found.LOCAL_MODE,
    logLevel: found.LOG_LEVEL,
    files: filesConfigOf(found),
  });
}
