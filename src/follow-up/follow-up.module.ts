import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/sessions.module.js';
import { FollowUpCampaignsApi } from './follow-up-campaigns.api.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpCampaign } from './follow-up.entity.js';
import { FollowUpJobs } from './follow-up.jobs.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { FollowUpService } from './follow-up.service.js';
import { InvitationMail } from './invitation-mail.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FollowUpCampaign]), SessionsModule],
  controllers: [FollowUpController, FollowUpCampaignsApi],
  providers: [FollowUpJobs, FollowUpQueries, FollowUpService, InvitationMail],
})
export class FollowUpModule {}
