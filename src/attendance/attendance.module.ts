import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AttendanceApi } from './attendance.api.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { ClosureController } from './closure.controller.js';
import { CorrectionController } from './correction.controller.js';
import { MarkBook } from './mark-book.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttendanceMark]), SessionsModule],
  controllers: [AttendanceController, CorrectionController, ClosureController, AttendanceApi],
  providers: [AttendanceQueries, AttendanceService, MarkBook],
})
export class AttendanceModule {}
