import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AppointmentAnswers } from './appointment-answers.service.js';
import { CalledOffSession } from './called-off-session.service.js';
import { CancellationController } from './cancellation.controller.js';
import { DecisionController } from './decision.controller.js';
import { DecisionLink } from './decision-link.entity.js';
import { DecisionLinks } from './decision-links.service.js';
import { DecisionService } from './decision.service.js';
import { EnrolController } from './enrol.controller.js';
import { EnrolmentController } from './enrolment.controller.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentJobs } from './enrolment.jobs.js';
import { ContactMail } from './contact-mail.service.js';
import { EntryCodes } from './entry-codes.service.js';
import { EnrolmentMail } from './enrolment-mail.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentStepsController } from './enrolment-steps.controller.js';
import { EnrolmentsApi } from './enrolments.api.js';
import { GroupEnrolment } from './group-enrolment.service.js';
import { GroupEnrolmentsApi } from './group-enrolments.api.js';
import { GroupController } from './group.controller.js';
import { GroupLists } from './group-lists.js';
import { GroupQueries } from './group.queries.js';
import { EnrolmentListQueries } from './enrolment-list.queries.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { GuestQueries } from './guest.queries.js';
import { GuestService } from './guest.service.js';
import { ForgettingJobs } from './forgetting.jobs.js';
import { Forgetting } from './forgetting.service.js';
import { GuestsApi } from './guests.api.js';
import { GuestsController } from './guests.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { Recognition } from './recognition.entity.js';
import { RecognitionQueries } from './recognition.queries.js';
import { RecognitionService } from './recognition.service.js';
import { RecognitionsApi } from './recognitions.api.js';
import { RecognitionsController } from './recognitions.controller.js';
import { RosterQueries } from './roster.queries.js';
import { SeatDesk } from './seat-desk.js';
import { SeatNews } from './seat-news.js';
import { SeatReleaseJobs } from './seat-release.jobs.js';
import { SessionSeatsApi } from './session-seats.api.js';
import { SessionSeatsController } from './session-seats.controller.js';
import { SessionSeatsQueries } from './session-seats.queries.js';
import { SessionSeats } from './session-seats.service.js';
import { TransferController } from './transfer.controller.js';
import { TransferQueries } from './transfer.queries.js';
import { WaitingOddsApi } from './waiting-odds.api.js';
import { WaitingOddsQueries } from './waiting-odds.queries.js';
import { EnrolmentWish } from './wish.entity.js';
import { WishesApi } from './wishes.api.js';
import { WishesController } from './wishes.controller.js';
import { WishesJobs } from './wishes.jobs.js';
import { WishesQueries } from './wishes.queries.js';
import { EnrolmentWishes } from './wishes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DecisionLink, Enrolment, EnrolmentWish, Recognition]),
    PeopleModule,
    SessionsModule,
  ],
  controllers: [
    CancellationController,
    DecisionController,
    EnrolController,
    EnrolmentController,
    EnrolmentStepsController,
    EnrolmentsApi,
    GuestsApi,
    GuestsController,
    GroupController,
    GroupEnrolmentsApi,
    ParticipantsController,
    RecognitionsApi,
    RecognitionsController,
    SessionSeatsApi,
    SessionSeatsController,
    TransferController,
    WaitingOddsApi,
    WishesApi,
    WishesController,
  ],
  providers: [
    AppointmentAnswers,
    CalledOffSession,
    DecisionLinks,
    DecisionService,
    EnrolmentJobs,
    EnrolmentListQueries,
    ContactMail,
    EnrolmentMail,
    EntryCodes,
    EnrolmentQueries,
    EnrolmentService,
    EnrolmentWishes,
    Forgetting,
    ForgettingJobs,
    GuestQueries,
    GuestService,
    RecognitionQueries,
    RecognitionService,
    GroupEnrolment,
    GroupLists,
    GroupQueries,
    RosterQueries,
    SeatDesk,
    SeatNews,
    SeatReleaseJobs,
    SessionSeats,
    SessionSeatsQueries,
    TransferQueries,
    WaitingOddsQueries,
    WishesJobs,
    WishesQueries,
  ],
  exports: [AppointmentAnswers, EnrolmentQueries, EntryCodes, EnrolmentService, EnrolmentWishes, SeatDesk],
})
export class EnrolmentModule {}
