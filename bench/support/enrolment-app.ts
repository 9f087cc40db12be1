import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AllowEveryone } from '../../src/access/allow.decorator.js';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/platform/config/config.js';
import { nestLogger, openLog } from '../../src/platform/observability/log.js';
import { fastifyAdapter, prepareHttp } from '../../src/platform/web/http.js';

/** What the same app takes when there is nothing to do: in the API, where keys are looked up and kept, and outside it. */
@Controller()
class NoOpController {
  @Post(['no-op', 'api/v1/no-op'])
  @AllowEveryone()
  answer(): { status: string } {
    return { status: 'nothing' };
  }
}

@Module({ imports: [AppModule], controllers: [NoOpController] })
class EnrolmentApp {}

// As in src/main.ts, with one route more.
const config = readConfig();
const log = openLog(config.logLevel, 'web');
const app = await NestFactory.create<NestFastifyApplication>(EnrolmentApp, fastifyAdapter(config, log), {
  logger: nestLogger(log),
  abortOnError: false,
});
await prepareHttp(app, config);
app.enableShutdownHooks();
await app.listen(config.port, config.host);
writeSync(3, `${await app.getUrl()}\n`);
