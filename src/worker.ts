import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/config.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { exitWithParent } from './platform/local/parent.js';
import { nestLogger, openLog } from './platform/observability/log.js';
import { FileStore } from './platform/storage/file-store.js';

const config = readConfig();
const log = openLog(config.logLevel, 'worker');
const end = (error: unknown): never => {
  log.fatal({ error: (error as Error).message }, 'ending');
  process.exit(1);
};
try {
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: nestLogger(log),
    abortOnError: false,
  });
  // Ending by the signal itself does nothing to process 1 of a container.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  exitWithParent();
  await app.get(FileStore).check();
  await app.get(JobQueue).start(end);
  log.info('working');
} catch (error) {
  end(error);
}
