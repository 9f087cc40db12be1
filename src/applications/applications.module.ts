import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GrantsModule } from '../grants/grants.module.js';
import { ApplicationDecisionApi } from './application-decision.api.js';
import { ApplicationDecisionController } from './application-decision.controller.js';
import { ApplicationDecisionService } from './application-decision.service.js';
import { ApplicationLinesApi } from './application-lines.api.js';
import { ApplicationLinesController } from './application-lines.controller.js';
import { ApplicationLine, ApplicationShare, GrantApplication } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationService } from './application.service.js';
import { ApplicationsApi } from './applications.api.js';
import { ApplicationsController } from './applications.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([GrantApplication, ApplicationLine, ApplicationShare]), GrantsModule],
  controllers: [
    ApplicationDecisionApi,
    ApplicationDecisionController,
    ApplicationLinesApi,
    ApplicationLinesController,
    ApplicationsApi,
    ApplicationsController,
  ],
  providers: [ApplicationDecisionService, ApplicationQueries, ApplicationService],
})
export class ApplicationsModule {}
