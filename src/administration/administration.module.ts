import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ApiDocsController } from './api-docs.controller.js';
import { ApiRoutes } from './api-routes.js';
import { HealthController } from './health.controller.js';

/** The administrator's part, and what an installation shows to everyone who looks after it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [ApiDocsController, HealthController],
  providers: [ApiRoutes],
})
export class AdministrationModule {}
