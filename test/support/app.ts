import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/platform/clock.js';
import { CONFIG, readConfig, type Config } from '../../src/platform/config/config.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { OutboxDispatcher } from '../../src/platform/outbox/outbox-dispatcher.js';
import { fastifyAdapter, prepareHttp } from '../../src/platform/web/http.js';
import { TestClock } from './clock.js';
import { cloneDatabase, filesFolderOf, type TestDatabase } from './database.js';

/** The whole product on a database of its own, listening on a free port, at a time the test sets. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly config: Config;
  readonly url: string;
  /** Does what the worker would do until nothing is left that is due now, in the order in which it arose. */
  work(): Promise<void>;
  /** Gives a recurring job its turn, and then does what follows from it. */
  recur(job: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startApp(
  options: { at?: string; env?: Record<string, string>; database?: TestDatabase } = {},
): Promise<TestApp> {
  const database = options.database ?? (await cloneDatabase());
  const clock = new TestClock(new Date(options.at ?? '2026-09-01T08:00:00Z'));
  const config = readConfig({
    DATABASE_URL: database.url,
    LOCAL_MODE: 'true',
    PORT: '0',
    LOG_LEVEL: 'silent',
    FILES_FOLDER: filesFolderOf(database.url),
    ...options.env,
  });
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(CONFIG)
    .useValue(config)
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(
    fastifyAdapter(config, pino({ level: 'silent' })),
    { logger: process.env.TEST_LOG ? undefined : false },
  );
  await prepareHttp(app, config);
  await app.listen(config.port, '127.0.0.1');
  return {
    app,
    database,
    clock,
    config,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    work: () => work(app),
    recur: async (job) => {
      await app.get(JobRunner, { strict: false }).runRecurring(job);
      await work(app);
    },
    stop: async () => {
      await app.close();
      if (!options.database) await database.drop();
    },
  };
}

async function work(app: NestFastifyApplication): Promise<void> {
  const dispatcher = app.get(OutboxDispatcher, { strict: false });
  const runner = app.get(JobRunner, { strict: false });
  for (;;) {
    while ((await dispatcher.dispatch()) > 0);
    const wakeUps = await dispatcher.takeWakeUps();
    if (wakeUps.length === 0) return;
    for (const { id } of wakeUps) await runner.run(id);
  }
}
