import {
  createPostgresBackend,
  Queue as RedisQueue,
  runMigrations,
  withBackend,
  Worker as RedisWorker,
  type Job,
  type Queue,
  type Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';

// The one file that knows where the queue lives: on Redis where a URL is set, otherwise in PostgreSQL.

const SCHEMA = 'bullmq';
const QUEUE = 'leerlijn';
// A worker killed again and again must not use up a job: what is true about it stands in the job table.
const MAX_STALLED = 1_000_000;
const CONCURRENCY = 4;

const ANSWER_WITHIN_MS = 2_000;
/** For who asks once and wants to hear soon that there is no answer. */
export const REDIS_ANSWERS_SOON = {
  lazyConnect: true,
  connectTimeout: ANSWER_WITHIN_MS,
  commandTimeout: ANSWER_WITHIN_MS,
  retryStrategy: () => null,
} as const;
export const POSTGRES_ANSWERS_SOON = {
  connectionTimeoutMillis: ANSWER_WITHIN_MS,
  query_timeout: ANSWER_WITHIN_MS,
} as const;

type Handle = (job: Job) => Promise<void>;

/** Makes or upgrades the queue's own tables, as the owner of the database. */
export async function migrateQueueSchema(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`create schema if not exists ${SCHEMA}`);
    await runMigrations(client, SCHEMA);
    // BullMQ would make this sequence with the first jobs, which the application's role may not.
    const { rows } = await client.query<{ name: string }>(`select ${SCHEMA}.job_id_seq_name($1) as name`, [
      QUEUE,
    ]);
    await client.query(`create sequence if not exists ${SCHEMA}.${client.escapeIdentifier(rows[0]!.name)}`);
  } finally {
    await client.end();
  }
}

/** Opens the queue for adding jobs. */
export function openQueue(config: Config): Queue {
  if (config.redisUrl) return new RedisQueue(QUEUE, { connection: redisConnection(config.redisUrl) });
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  return new PostgresQueue(QUEUE, { connection: postgresConnection(config.databaseUrl) }) as unknown as Queue;
}

/** Starts taking jobs from the queue; errors of the connection go to `onError`, and it keeps trying. */
export function openWorker(config: Config, handle: Handle, onError: (error: Error) => void): Worker {
  const options = { concurrency: CONCURRENCY, maxStalledCount: MAX_STALLED, stalledInterval: 10_000 };
  let worker: Worker;
  if (config.redisUrl) {
    worker = new RedisWorker(QUEUE, handle, { ...options, connection: redisConnection(config.redisUrl) });
  } else {
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
    worker = new PostgresWorker(QUEUE, handle, {
      ...options,
      connection: postgresConnection(config.databaseUrl),
    }) as unknown as Worker;
  }
  worker.on('error', onError);
  return worker;
}

/** What lies in the queue, and what workers are busy with. */
export interface QueueContent {
  readonly waiting: number;
  readonly running: readonly { readonly name: string; readonly since: Date }[];
}

/** Looks into the queue; rejects when the server that holds it does not answer within 2 s. */
export async function lookIntoQueue(config: Config): Promise<QueueContent> {
  return config.redisUrl ? lookOnRedis(config.redisUrl) : lookInPostgres(config.databaseUrl);
}

async function lookOnRedis(url: string): Promise<QueueContent> {
  const connection = new Redis(url, REDIS_ANSWERS_SOON);
  // The rejection tells of the failure; without a listener ioredis would write it to stderr as well.
  connection.on('error', () => undefined);
  try {
    await connection.connect();
    return await contentOf(new RedisQueue(QUEUE, { connection }));
  } finally {
    // Ending what never began would keep a timer of two seconds.
    if (connection.status !== 'end') connection.disconnect();
  }
}

async function lookInPostgres(connectionString: string): Promise<QueueContent> {
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  const connection = { ...postgresConnection(connectionString), ...POSTGRES_ANSWERS_SOON, max: 1 };
  return contentOf(new PostgresQueue(QUEUE, { connection }) as unknown as Queue);
}

async function contentOf(queue: Queue): Promise<QueueContent> {
  queue.on('error', () => undefined);
  try {
    const waiting = await queue.getJobCountByTypes('waiting');
    const jobs = await queue.getActive();
    // A job that ends while it is looked up is no longer there.
    const running = jobs.filter(Boolean).map(({ name, processedOn, timestamp }) => ({
      name,
      since: new Date(processedOn ?? timestamp),
    }));
    return { waiting, running };
  } finally {
    await queue.close();
  }
}

function redisConnection(url: string): Redis {
  return new Redis(url, { maxRetriesPerRequest: null });
}

function postgresConnection(connectionString: string) {
  return { connectionString, schema: SCHEMA, max: CONCURRENCY + 2 };
}
