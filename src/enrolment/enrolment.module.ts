import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { EnrolmentController } from './enrolment.controller.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentsApi } from './enrolments.api.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { SeatDesk } from './seat-desk.js';
import { SeatReleaseJobs } from './seat-release.jobs.js';

@Module({
  imports: [TypeOrmModule.forFeature([Enrolment]), PeopleModule, SessionsModule],
  controllers: [EnrolmentController, EnrolmentsApi],
  providers: [EnrolmentQueries, EnrolmentService, SeatDesk, SeatReleaseJobs],
  exports: [EnrolmentService, SeatDesk],
})
export class EnrolmentModule {}
