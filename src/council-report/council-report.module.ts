import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { CouncilReportController } from './council-report.controller.js';
import { CouncilReportService } from './council-report.service.js';
import { CouncilReportsApi } from './council-reports.api.js';
import { KeptQueries } from './kept.queries.js';
import { MeansQueries } from './means.queries.js';
import { PeopleQueries } from './people.queries.js';
import { PlaceQueries } from './place.queries.js';
import { ReportFile } from './report-file.js';
import { ReportQueries } from './report.queries.js';
import { TextController } from './text.controller.js';

@Module({
  imports: [EvaluationModule],
  controllers: [CouncilReportController, CouncilReportsApi, TextController],
  providers: [
    CouncilReportService,
    KeptQueries,
    MeansQueries,
    PeopleQueries,
    PlaceQueries,
    ReportFile,
    ReportQueries,
  ],
})
export class CouncilReportModule {}
