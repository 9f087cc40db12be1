import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvaluationAnswersController } from './answer.controller.js';
import { AnsweringService } from './answering.service.js';
import { AskingService } from './asking.service.js';
import { CommentQueries } from './comment.queries.js';
import { CommentService } from './comment.service.js';
import { EvaluationCommentsController } from './comments.controller.js';
import { EvaluationResultsQueries } from './evaluation-results.queries.js';
import { EvaluationComment, Questionnaire } from './evaluation.entity.js';
import { EvaluationJobs } from './evaluation.jobs.js';
import { EvaluationsApi } from './evaluations.api.js';
import { QuestionnaireQueries } from './questionnaire.queries.js';
import { QuestionnaireService } from './questionnaire.service.js';
import { QuestionnairesApi } from './questionnaires.api.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { EvaluationResultsController } from './results.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([EvaluationComment, Questionnaire])],
  controllers: [
    EvaluationAnswersController,
    EvaluationCommentsController,
    EvaluationResultsController,
    EvaluationsApi,
    QuestionnairesApi,
    QuestionnairesController,
  ],
  providers: [
    AnsweringService,
    AskingService,
    CommentQueries,
    CommentService,
    EvaluationJobs,
    EvaluationResultsQueries,
    QuestionnaireQueries,
    QuestionnaireService,
  ],
  exports: [EvaluationResultsQueries],
})
export class EvaluationModule {}
