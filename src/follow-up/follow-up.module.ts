import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { FollowUpAnswersController } from './answer.controller.js';
import { AnswerService } from './answer.service.js';
import { CampaignPeopleController } from './campaign-people.controller.js';
import { CampaignFormController } from './campaign-form.controller.js';
import { CampaignFormQueries } from './campaign-form.queries.js';
import { CampaignPeopleQueries } from './campaign-people.queries.js';
import { CampaignQueries } from './campaign.queries.js';
import { CampaignService } from './campaign.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { FollowUpCampaignsApi } from './follow-up-campaigns.api.js';
import { FollowUpCampaign, FollowUpInvitation } from './follow-up.entity.js';
import { FollowUpJobs } from './follow-up.jobs.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverService } from './hand-over.service.js';
import { InvitationMail } from './invitation-mail.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FollowUpCampaign, FollowUpInvitation]), EnrolmentModule, PeopleModule],
  controllers: [
    CampaignFormController,
    CampaignPeopleController,
    CampaignsController,
    FollowUpAnswersController,
    FollowUpCampaignsApi,
    HandOverController,
  ],
  providers: [
    AnswerService,
    CampaignFormQueries,
    CampaignPeopleQueries,
    CampaignQueries,
    CampaignService,
    FollowUpJobs,
    HandOverService,
    InvitationMail,
  ],
})
export class FollowUpModule {}
