import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccountListQueries } from './account-list.queries.js';
import { AccountsController } from './accounts.controller.js';
import { ApiDocsController } from './api-docs.controller.js';
import { ApiKeyQueries } from './api-key.queries.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiRoutes } from './api-routes.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailQueries } from './audit-trail.queries.js';
import { HealthController } from './health.controller.js';
import { JobQueries } from './job.queries.js';
import { JobService } from './job.service.js';
import { JobsController } from './jobs.controller.js';
import { MailController } from './mail.controller.js';
import { MailQueries } from './mail.queries.js';
import { MailService } from './mail.service.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxQueries } from './mailbox.queries.js';
import { MetricsController } from './metrics.controller.js';
import { WorkService } from './work.service.js';

/** The administrator's part, and what an installation shows to everyone who looks after it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    AccountsController,
    ApiDocsController,
    ApiKeysController,
    AuditTrailController,
    HealthController,
    JobsController,
    MailController,
    MailboxController,
    MetricsController,
  ],
  providers: [
    AccountListQueries,
    ApiKeyQueries,
    ApiRoutes,
    AuditTrailQueries,
    JobQueries,
    JobService,
    MailQueries,
    MailService,
    MailboxQueries,
    WorkService,
  ],
})
export class AdministrationModule {}
