import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { ActivitiesApi } from './activities.api.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivityFormsController } from './activity-forms.controller.js';
import { ActivityQueries } from './activity.queries.js';
import { ActivityRegisterService } from './activity-register.service.js';
import { ActivityService } from './activity.service.js';
import { GrantActivity } from './activity.entity.js';
import { AllotmentQueries } from './allotment.queries.js';
import { AwardService } from './award.service.js';
import { CommitmentQueries } from './commitment.queries.js';
import { CommitmentsController } from './commitments.controller.js';
import { ConfirmationController } from './confirmation.controller.js';
import { ConfirmationQueries } from './confirmation.queries.js';
import { ConfirmationService } from './confirmation.service.js';
import { CostService } from './cost.service.js';
import { CreditNoteService } from './credit-note.service.js';
import { EligibilityService } from './eligibility.service.js';
import { ExtraCostQueries } from './extra-cost.queries.js';
import { ExtraCostService } from './extra-cost.service.js';
import { ExtraCostsApi } from './extra-costs.api.js';
import { ExtraCostsController } from './extra-costs.controller.js';
import { ForecastApi } from './forecast.api.js';
import { ForecastController } from './forecast.controller.js';
import { ForecastQueries } from './forecast.queries.js';
import { Allotment, GrantAward, GrantLine, GrantLineBudget } from './grant.entity.js';
import { DecisionDocuments } from './decision-document.service.js';
import { GrantDecision } from './decision.entity.js';
import { DecisionFormsController } from './decision-forms.controller.js';
import { DecisionQueries } from './decision.queries.js';
import { DecisionService } from './decision.service.js';
import { DecisionsApi } from './decisions.api.js';
import { DecisionsController } from './decisions.controller.js';
import { GrantQueries } from './grant.queries.js';
import { GrantRegisterService } from './grant-register.service.js';
import { GrantsApi } from './grants.api.js';
import { GrantsJobs } from './grants.jobs.js';
import { InvoiceService } from './invoice.service.js';
import { LedgerApi } from './ledger.api.js';
import { LedgerDownloadsApi } from './ledger-downloads.api.js';
import { LedgerDownloadsController } from './ledger-downloads.controller.js';
import { LedgerDownload } from './ledger-download.entity.js';
import { LedgerDownloadQueries } from './ledger-download.queries.js';
import { LedgerDownloadService } from './ledger-download.service.js';
import { LedgerFiles } from './ledger-files.js';
import { LedgerController } from './ledger.controller.js';
import { AllotmentUse, Commitment, LedgerEntry, Realisation } from './ledger.entity.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerService } from './ledger.service.js';
import { OrderService } from './order.service.js';
import { OrdersApi } from './orders.api.js';
import { OrdersController } from './orders.controller.js';
import { OverviewsController } from './overviews.controller.js';
import { RealisationQueries } from './realisation.queries.js';
import { RealisationsApi } from './realisations.api.js';
import { RealisationsController } from './realisations.controller.js';
import { ReleaseService } from './release.service.js';
import { ShareQueries } from './share.queries.js';
import { ShareService } from './share.service.js';
import { SharesApi } from './shares.api.js';
import { SharesController } from './shares.controller.js';
import { SharingKeyService } from './sharing-key.service.js';
import { SpendingApi } from './spending.api.js';
import { SpendingController } from './spending.controller.js';
import { SpendingQueries } from './spending.queries.js';
import { StandingQueries } from './standing.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Allotment,
      AllotmentUse,
      Commitment,
      GrantActivity,
      GrantAward,
      GrantDecision,
      GrantLine,
      GrantLineBudget,
      LedgerDownload,
      LedgerEntry,
      Realisation,
    ]),
    CoursesModule,
    SessionsModule,
  ],
  controllers: [
    ActivitiesApi,
    ActivitiesController,
    ActivityFormsController,
    CommitmentsController,
    ConfirmationController,
    DecisionsApi,
    DecisionFormsController,
    DecisionsController,
    ExtraCostsApi,
    ExtraCostsController,
    ForecastApi,
    ForecastController,
    GrantsApi,
    LedgerApi,
    LedgerController,
    LedgerDownloadsApi,
    LedgerDownloadsController,
    OrdersApi,
    OrdersController,
    OverviewsController,
    RealisationsApi,
    RealisationsController,
    SharesApi,
    SharesController,
    SpendingApi,
    SpendingController,
  ],
  providers: [
    AccountingYearQueries,
    ActivityQueries,
    ActivityRegisterService,
    ActivityService,
    AllotmentQueries,
    AwardService,
    CommitmentQueries,
    ConfirmationQueries,
    ConfirmationService,
    CostService,
    CreditNoteService,
    DecisionDocuments,
    DecisionQueries,
    DecisionService,
    EligibilityService,
    ExtraCostQueries,
    ExtraCostService,
    ForecastQueries,
    GrantQueries,
    GrantRegisterService,
    GrantsJobs,
    InvoiceService,
    LedgerDownloadQueries,
    LedgerDownloadService,
    LedgerFiles,
    LedgerQueries,
    LedgerService,
    OrderService,
    RealisationQueries,
    ReleaseService,
    ShareQueries,
    ShareService,
    SharingKeyService,
    SpendingQueries,
    StandingQueries,
  ],
  exports: [
    AccountingYearQueries,
    ActivityQueries,
    ActivityRegisterService,
    ActivityService,
    AwardService,
    CostService,
    CreditNoteService,
    ForecastQueries,
    GrantRegisterService,
    InvoiceService,
    LedgerDownloadService,
    LedgerQueries,
  ],
})
export class GrantsModule {}
