import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AttendanceApi } from './attendance.api.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceJobs } from './attendance.jobs.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInController } from './check-in/check-in.controller.js';
import { CheckInQueries } from './check-in/check-in.queries.js';
import { CheckInService } from './check-in/check-in.service.js';
import { CheckInsApi } from './check-in/check-ins.api.js';
import { EnrolmentAttendanceApi } from './enrolment-attendance.api.js';
import { SheetsApi } from './sheets.api.js';
import { EntryController } from './check-in/entry.controller.js';
import { EntryService } from './check-in/entry.service.js';
import { WallController } from './check-in/wall.controller.js';
import { Wall } from './check-in/wall.service.js';
import { ClosureController } from './closure.controller.js';
import { CorrectionController } from './correction.controller.js';
import { FollowUpDaysQueries } from './follow-up-days.queries.js';
import { SignInSheetController } from './sign-in-sheet.controller.js';
import { SignInSheets } from './sign-in-sheet.service.js';
import { SignedSheetController } from './signed-sheet.controller.js';
import { SignedSheets } from './signed-sheet.service.js';
import { RemarkController } from './remark.controller.js';
import { Remarks } from './remark.service.js';
import { MarkBook } from './mark-book.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttendanceMark]), SessionsModule, EnrolmentModule],
  controllers: [
    CheckInController,
    CheckInsApi,
    EntryController,
    WallController,
    AttendanceController,
    CorrectionController,
    ClosureController,
    SignInSheetController,
    SignedSheetController,
    RemarkController,
    AttendanceApi,
    EnrolmentAttendanceApi,
    SheetsApi,
  ],
  providers: [
    AttendanceQueries,
    AttendanceService,
    MarkBook,
    SignInSheets,
    SignedSheets,
    Remarks,
    AttendanceJobs,
    CheckInQueries,
    CheckInService,
    EntryService,
    FollowUpDaysQueries,
    Wall,
  ],
  exports: [FollowUpDaysQueries],
})
export class AttendanceModule {}
