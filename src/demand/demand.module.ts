import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { CourseDemandController } from './course-demand.controller.js';
import { CourseDemandQueries } from './course-demand.queries.js';
import { DemandApi } from './demand.api.js';
import { DemandController } from './demand.controller.js';
import { DemandJobs } from './demand.jobs.js';
import { DemandQueries } from './demand.queries.js';
import { Interest } from './interest.entity.js';
import { InterestQueries } from './interest.queries.js';
import { InterestService } from './interest.service.js';
import { InterestsApi } from './interests.api.js';
import { InterestsController } from './interests.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Interest]), PeopleModule],
  controllers: [CourseDemandController, DemandApi, DemandController, InterestsApi, InterestsController],
  providers: [CourseDemandQueries, DemandJobs, DemandQueries, InterestQueries, InterestService],
})
export class DemandModule {}
