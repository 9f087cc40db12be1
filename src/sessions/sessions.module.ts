import { CoursesModule } from '../courses/courses.module.js';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedQueries } from './calendar-feed.queries.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { ArchiveApi } from './archive.api.js';
import { ArchiveController } from './archive.controller.js';
import { Archive } from './archive.service.js';
import { PlanCheck } from './plan-check.service.js';
import { SessionEligibilityQueries } from './session-eligibility.queries.js';
import { PlanningQueries } from './planning.queries.js';
import { ScheduleForm } from './schedule-form.js';
import { SchoolHoliday } from './school-holiday.entity.js';
import { SchoolHolidayService } from './school-holiday.service.js';
import { SeriesApi } from './series.api.js';
import { SeriesController } from './series.controller.js';
import { SeriesQueries } from './series.queries.js';
import { SessionCalendarController } from './session-calendar.controller.js';
import { SessionCalendarQueries } from './session-calendar.queries.js';
import { SessionCopyController } from './session-copy.controller.js';
import { SessionCopyQueries } from './session-copy.queries.js';
import { SessionCopyService } from './session-copy.service.js';
import { SessionInvitationQueries } from './session-invitation.queries.js';
import { SessionChangesApi } from './session-changes.api.js';
import { SessionDetailsController } from './session-details.controller.js';
import { SessionDetailsService } from './session-details.service.js';
import { SessionPartService } from './session-part.service.js';
import { SessionPlanningController } from './session-planning.controller.js';
import { SessionPrice } from './session-price.entity.js';
import { JoiningLink, SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import { SessionPageQueries } from './session-page.queries.js';
import { SessionQueries } from './session.queries.js';
import { SessionScheduling } from './session-scheduling.service.js';
import { SessionService } from './session.service.js';
import { SessionStepsController } from './session-steps.controller.js';
import { SessionsApi } from './sessions.api.js';
import { SessionsController } from './sessions.controller.js';
import { TrainerAvailabilityController } from './trainers/trainer-availability.controller.js';
import { TrainerAvailability } from './trainers/trainer-availability.service.js';
import { Trainer, TrainerAbsence, TrainerHours, TrainerSkill } from './trainers/trainer.entity.js';
import { TrainerQueries } from './trainers/trainer.queries.js';
import { TrainerService } from './trainers/trainer.service.js';
import { TrainerJobs } from './trainers/trainer.jobs.js';
import { TrainerMail } from './trainers/trainer-mail.service.js';
import { TrainersApi } from './trainers/trainers.api.js';
import { TrainersController } from './trainers/trainers.controller.js';
import { Room, Venue } from './venues/venue.entity.js';
import { VenueQueries } from './venues/venue.queries.js';
import { VenueService } from './venues/venue.service.js';
import { VenuesApi } from './venues/venues.api.js';
import { VenuesController } from './venues/venues.controller.js';

@Module({
  imports: [
    CoursesModule,
    TypeOrmModule.forFeature([
      JoiningLink,
      Room,
      CalendarFeed,
      SchoolHoliday,
      SeatQuota,
      Session,
      SessionPart,
      SessionPartTrainer,
      SessionPrice,
      Trainer,
      TrainerAbsence,
      TrainerHours,
      TrainerSkill,
      Venue,
    ]),
  ],
  controllers: [
    ArchiveApi,
    ArchiveController,
    CalendarFeedController,
    CalendarFeedsController,
    SeriesApi,
    SeriesController,
    SessionCalendarController,
    SessionChangesApi,
    SessionCopyController,
    SessionDetailsController,
    SessionPlanningController,
    SessionStepsController,
    SessionsApi,
    SessionsController,
    TrainerAvailabilityController,
    TrainersApi,
    TrainersController,
    VenuesApi,
    VenuesController,
  ],
  providers: [
    Archive,
    CalendarFeedQueries,
    CalendarFeedService,
    SessionEligibilityQueries,
    PlanCheck,
    PlanningQueries,
    ScheduleForm,
    SchoolHolidayService,
    SeriesQueries,
    SessionCalendarQueries,
    SessionCopyQueries,
    SessionCopyService,
    SessionInvitationQueries,
    SessionDetailsService,
    SessionPartService,
    SessionPageQueries,
    SessionQueries,
    SessionScheduling,
    SessionService,
    TrainerAvailability,
    TrainerJobs,
    TrainerMail,
    TrainerQueries,
    TrainerService,
    VenueQueries,
    VenueService,
  ],
  exports: [
    PlanCheck,
    ScheduleForm,
    SchoolHolidayService,
    SessionQueries,
    SessionScheduling,
    SessionService,
    TrainerService,
    VenueService,
  ],
})
export class SessionsModule {}
