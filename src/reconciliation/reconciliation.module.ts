import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Reconciliation } from './reconciliation.entity.js';
import { ReconciliationQueries } from './reconciliation.queries.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReconciliationsController } from './reconciliations.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Reconciliation])],
  controllers: [ReconciliationsController],
  providers: [ReconciliationQueries, ReconciliationService],
})
export class ReconciliationModule {}
