import { Module } from '@nestjs/common';
import { GrantsModule } from '../grants/grants.module.js';
import { AccountabilityController } from './accountability.controller.js';
import { AnnexController } from './annex.controller.js';
import { AnnexService } from './annex.service.js';
import { ClosingController } from './closing.controller.js';
import { ClosingService } from './closing.service.js';
import { StatementFiles } from './statement-files.js';
import { StatementQueries } from './statement.queries.js';
import { StatementsApi } from './statements.api.js';
import { YearQueries } from './year.queries.js';

@Module({
  imports: [GrantsModule],
  controllers: [AnnexController, AccountabilityController, ClosingController, StatementsApi],
  providers: [AnnexService, ClosingService, StatementFiles, StatementQueries, YearQueries],
  exports: [StatementFiles, StatementQueries, YearQueries],
})
export class AccountabilityModule {}
