import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A service that speaks the S3 API on 127.0.0.1, with one bucket; it checks keys and signatures. */
export interface S3 {
  /** The settings with which documents go there. */
  readonly env: Record<string, string>;
  /** The folder in which the service itself keeps the bucket. */
  readonly bucketFolder: string;
  /** Stops answering. */
  stop(): Promise<void>;
  /** Answers again, at the same address, with what it had. */
  startAgain(): Promise<void>;
  remove(): Promise<void>;
}

const BUCKET = 'documenten';

export async function startS3(): Promise<S3> {
  const directory = await mkdtemp(join(tmpdir(), 'leerlijn-s3-'));
  const run = async (port: number) => {
    const service = new S3rver({
      ...{ address: '127.0.0.1', port, silent: true, directory },
      configureBuckets: [{ name: BUCKET }],
    });
    return { port: (await service.run()).port, server: service.httpServer };
  };
  const { port, server } = await run(0);
  let running = server;
  const stop = async () => {
    if (!running.listening) return;
    running.close();
    running.closeAllConnections();
    await once(running, 'close');
  };
  return {
    env: {
      FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      FILES_S3_BUCKET: BUCKET,
      FILES_S3_REGION: 'eu-west-1',
      // The only account that it knows.
      FILES_S3_KEY: 'S3RVER',
      FILES_S3_SECRET: 'S3RVER',
      FILES_S3_PATH_STYLE: 'true',
    },
    bucketFolder: join(directory, BUCKET),
    stop,
    startAgain: async () => {
      running = (await run(port)).server;
    },
    remove: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
