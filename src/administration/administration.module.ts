import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ApiDocsController } from './api-docs.controller.js';
import { ApiRoutes } from './api-routes.js';
import { HealthController } from './health.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxQueries } from './mailbox.queries.js';

/** The administrator's part, and what an installation shows to everyone who looks after it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [ApiDocsController, HealthController, MailboxController],
  providers: [ApiRoutes, MailboxQueries],
})
export class AdministrationModule {}
