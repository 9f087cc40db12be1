import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoverageApi } from './coverage.api.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageQueries } from './coverage.queries.js';
import { CurriculaApi } from './curricula.api.js';
import { CurriculumController } from './curriculum.controller.js';
import { Curriculum, CurriculumRequirement } from './curriculum.entity.js';
import { CurriculumInvitationController } from './invitation.controller.js';
import { CurriculumInvitations } from './invitation.service.js';
import { CurriculumJobs } from './curriculum.jobs.js';
import { CurriculumQueries } from './curriculum.queries.js';
import { CurriculumService } from './curriculum.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Curriculum, CurriculumRequirement])],
  controllers: [
    CoverageApi,
    CoverageController,
    CurriculaApi,
    CurriculumController,
    CurriculumInvitationController,
  ],
  providers: [CoverageQueries, CurriculumInvitations, CurriculumJobs, CurriculumQueries, CurriculumService],
  exports: [CurriculumService],
})
export class CurriculumModule {}
