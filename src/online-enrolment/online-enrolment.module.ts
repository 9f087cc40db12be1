import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EnrolmentLinkController } from './enrolment-link.controller.js';
import { EnrolmentLink } from './enrolment-link.entity.js';
import { OnlineEnrolmentJobs } from './online-enrolment.jobs.js';
import { OnlineEnrolment } from './online-enrolment.service.js';
import { OpenSessionQueries } from './open-session.queries.js';
import { OpenSessionsController } from './open-sessions.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([EnrolmentLink]), EnrolmentModule, PeopleModule],
  controllers: [EnrolmentLinkController, OpenSessionsController],
  providers: [OnlineEnrolment, OnlineEnrolmentJobs, OpenSessionQueries],
})
export class OnlineEnrolmentModule {}
