import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/config.js';
import { exitWithParent } from './platform/local/parent.js';
import { nestLogger, openLog } from './platform/observability/log.js';
import { FileStore } from './platform/storage/file-store.js';
import { fastifyAdapter, prepareHttp } from './platform/web/http.js';

const config = readConfig();
const log = openLog(config.logLevel, 'web');
try {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, fastifyAdapter(config, log), {
    logger: nestLogger(log),
    abortOnError: false,
  });
  await app.get(FileStore).check();
  await prepareHttp(app, config);
  // Ending by the signal itself does nothing to process 1 of a container.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  exitWithParent();
  await app.listen(config.port, config.host);
  log.info({ address: await app.getUrl() }, 'listening');
} catch (error) {
  log.fatal({ error: (error as Error).message }, 'could not start');
  process.exit(1);
}
