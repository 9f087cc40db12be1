import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { CalledOffSession } from './called-off-session.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentJobs } from './enrolment.jobs.js';
import { EnrolmentMail } from './enrolment-mail.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentsApi } from './enrolments.api.js';
import { EnrolmentListQueries } from './enrolment-list.queries.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { ParticipantsController } from './participants.controller.js';
import { RosterQueries } from './roster.queries.js';
import { SeatDesk } from './seat-desk.js';
import { SeatNews } from './seat-news.js';
import { SeatReleaseJobs } from './seat-release.jobs.js';

@Module({
  imports: [TypeOrmModule.forFeature([Enrolment]), PeopleModule, SessionsModule],
  controllers: [EnrolmentController, EnrolmentsApi, ParticipantsController],
  providers: [
    CalledOffSession,
    EnrolmentJobs,
    EnrolmentListQueries,
    EnrolmentMail,
    EnrolmentQueries,
    EnrolmentService,
    RosterQueries,
    SeatDesk,
    SeatNews,
    SeatReleaseJobs,
  ],
  exports: [EnrolmentService, SeatDesk],
})
export class EnrolmentModule {}
