import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { messages } from '../messages.js';
import { Audit } from './audit/audit.js';
import { Clock, SystemClock } from './clock.js';
import { CONFIG, readConfig, type Config } from './config/config.js';
import { dataSourceOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import { Register } from './database/register.js';
import { createTranslator, TRANSLATOR } from './i18n/translator.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRow } from './jobs/job.entity.js';
import { RecurringRun } from './jobs/recurring-run.entity.js';
import { JobRunner } from './jobs/job-runner.js';
import { MailJobs } from './mail/mail.jobs.js';
import { MailSender } from './mail/mail-sender.js';
import { mailTransport, MAIL_TRANSPORT } from './mail/mail-transport.js';
import { Message } from './mail/message.entity.js';
import { Postbox } from './mail/postbox.js';
import { ReturnedMail } from './mail/returned-mail.js';
import { ReadinessCheck } from './observability/readiness.js';
import { OutboxDispatcher } from './outbox/outbox-dispatcher.js';
import { OutboxEntry } from './outbox/outbox.entity.js';
import { Outbox } from './outbox/outbox.js';
import { FileStore, openFileStore } from './storage/file-store.js';
import { StoredFiles } from './storage/stored-files.js';
import { StoredFilesJobs } from './storage/stored-files.jobs.js';
import { Idempotency } from './web/idempotency.js';
import { IdempotencyJobs } from './web/idempotency.jobs.js';
import { IdempotencyKey } from './web/idempotency-key.entity.js';
import { publicFolder, readAssets } from './web/assets.js';
import { Pages } from './web/pages.js';
import { Views, viewsFolder } from './web/views.js';

@Global()
@Module({
  providers: [{ provide: CONFIG, useFactory: () => readConfig() }],
  exports: [CONFIG],
})
class ConfigModule {}

/** Mechanism without one domain word; every feature may use what it exports. */
@Global()
@Module({
  imports: [
    ConfigModule,
    DiscoveryModule,
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => dataSourceOptions(config),
    }),
    TypeOrmModule.forFeature([IdempotencyKey, JobRow, Message, OutboxEntry, RecurringRun]),
  ],
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: TRANSLATOR, useFactory: () => createTranslator(messages) },
    {
      provide: Views,
      inject: [TRANSLATOR],
      useFactory: (translator: ReturnType<typeof createTranslator>) =>
        new Views(viewsFolder, translator, readAssets(publicFolder)),
    },
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: (config: Config) => openFileStore(config.files),
    },
    { provide: MAIL_TRANSPORT, inject: [CONFIG], useFactory: mailTransport },
    Audit,
    Database,
    Idempotency,
    IdempotencyJobs,
    JobHandlers,
    JobQueue,
    JobRunner,
    MailJobs,
    MailSender,
    Outbox,
    OutboxDispatcher,
    Pages,
    Postbox,
    ReadinessCheck,
    Register,
    ReturnedMail,
    StoredFiles,
    StoredFilesJobs,
  ],
  exports: [
    Audit,
    Clock,
    Database,
    Idempotency,
    JobQueue,
    JobRunner,
    MAIL_TRANSPORT,
    MailSender,
    Outbox,
    OutboxDispatcher,
    Pages,
    Postbox,
    ReadinessCheck,
    Register,
    ReturnedMail,
    StoredFiles,
    TRANSLATOR,
    Views,
  ],
})
export class PlatformModule {}
