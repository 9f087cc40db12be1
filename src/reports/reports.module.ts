import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportsApi } from './reports.api.js';
import { TrainedController } from './trained.controller.js';
import { TrainedQueries } from './trained.queries.js';
import { TrainingHistory } from './training-history.entity.js';
import { TrainingHistoryService } from './training-history.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingHistory])],
  controllers: [TrainedController, ReportsApi],
  providers: [TrainingHistoryService, TrainedQueries],
  exports: [TrainingHistoryService],
})
export class ReportsModule {}
