import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TrainingHistory } from './training-history.entity.js';
import { TrainingHistoryService } from './training-history.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingHistory])],
  providers: [TrainingHistoryService],
  exports: [TrainingHistoryService],
})
export class ReportsModule {}
