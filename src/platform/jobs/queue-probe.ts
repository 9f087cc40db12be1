import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { POSTGRES_ANSWERS_SOON, REDIS_ANSWERS_SOON } from './queue-backend.js';

/** Rejects when the server that holds the queue (see queue-backend.ts) does not answer within 2 s. */
export async function probeQueue({ redisUrl, databaseUrl }: Config): Promise<void> {
  if (redisUrl) await probeRedis(redisUrl);
  else await probePostgres(databaseUrl);
}

async function probeRedis(url: string): Promise<void> {
  const redis = new Redis(url, REDIS_ANSWERS_SOON);
  // The rejection tells of the failure; without a listener ioredis would write it to stderr as well.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    // Ending what never began would keep a timer of two seconds.
    if (redis.status !== 'end') redis.disconnect();
  }
}

async function probePostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, ...POSTGRES_ANSWERS_SOON });
  // A connection that breaks between two statements is told here and nowhere else.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select from bullmq.meta limit 1');
  } finally {
    await client.end();
  }
}
