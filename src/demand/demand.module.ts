import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AnswerController } from './answer.controller.js';
import { CourseDemandController } from './course-demand.controller.js';
import { CourseDemandQueries } from './course-demand.queries.js';
import { DemandAnswer } from './demand-answer.entity.js';
import { DemandAnswerService } from './demand-answer.service.js';
import { DemandAnswersApi } from './demand-answers.api.js';
import { DemandApi } from './demand.api.js';
import { DemandController } from './demand.controller.js';
import { DemandJobs } from './demand.jobs.js';
import { DemandQueries } from './demand.queries.js';
import { Interest } from './interest.entity.js';
import { InterestQueries } from './interest.queries.js';
import { InterestService } from './interest.service.js';
import { InterestsApi } from './interests.api.js';
import { InterestsController } from './interests.controller.js';
import { InvitationQueries } from './invitation.queries.js';
import { NeedsPoll, NeedsPollLink, NeedsPollOrganisation } from './needs-poll.entity.js';
import { NeedsPollFormController } from './needs-poll-form.controller.js';
import { NeedsPollMail } from './needs-poll-mail.service.js';
import { NeedsPollQueries } from './needs-poll.queries.js';
import { NeedsPollService } from './needs-poll.service.js';
import { NeedsPollsApi } from './needs-polls.api.js';
import { NeedsPollsController } from './needs-polls.controller.js';
import { OrganisationAnswersController } from './organisation-answers.controller.js';
import { PollAnswerService } from './poll-answer.service.js';
import { PollAnswersController } from './poll-answers.controller.js';
import { SessionInvitations } from './session-invitation.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DemandAnswer, Interest, NeedsPoll, NeedsPollLink, NeedsPollOrganisation]),
    PeopleModule,
    SessionsModule,
  ],
  controllers: [
    AnswerController,
    CourseDemandController,
    DemandAnswersApi,
    DemandApi,
    DemandController,
    InterestsApi,
    InterestsController,
    NeedsPollFormController,
    NeedsPollsApi,
    NeedsPollsController,
    OrganisationAnswersController,
    PollAnswersController,
  ],
  providers: [
    CourseDemandQueries,
    DemandAnswerService,
    DemandJobs,
    DemandQueries,
    InterestQueries,
    InterestService,
    InvitationQueries,
    NeedsPollMail,
    NeedsPollQueries,
    NeedsPollService,
    PollAnswerService,
    SessionInvitations,
  ],
})
export class DemandModule {}
