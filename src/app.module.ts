import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccountabilityModule } from './accountability/accountability.module.js';
import { AccessGuard } from './access/access.guard.js';
import { AccessModule } from './access/access.module.js';
import { AdministrationModule } from './administration/administration.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { CompositionModule } from './composition.module.js';
import { CouncilReportModule } from './council-report/council-report.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CurriculumModule } from './curriculum/curriculum.module.js';
import { DemandModule } from './demand/demand.module.js';
import { EnrolmentModule } from './enrolment/enrolment.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { GrantsModule } from './grants/grants.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { HomeModule } from './home/home.module.js';
import { InboundMailModule } from './inbound-mail/inbound-mail.module.js';
import { MailLogModule } from './mail-log/mail-log.module.js';
import { MailTextsModule } from './mail-texts/mail-texts.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OnlineEnrolmentModule } from './online-enrolment/online-enrolment.module.js';
import { PeopleModule } from './people/people.module.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { PlatformModule } from './platform/platform.module.js';
import { Idempotency } from './platform/web/idempotency.js';
import { SchemaPipe } from './platform/web/validation.pipe.js';
import { ReceivedInvoicesModule } from './received-invoices/received-invoices.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { WordingModule } from './wording/wording.module.js';

/** The whole product: the web process serves it, the worker runs its jobs. */
@Module({
  imports: [
    CompositionModule,
    PlatformModule,
    AccessModule,
    WordingModule,
    PeopleModule,
    CoursesModule,
    SessionsModule,
    EnrolmentModule,
    OnlineEnrolmentModule,
    RemindersModule,
    NoticesModule,
    FollowUpModule,
    AttendanceModule,
    CertificatesModule,
    EvaluationModule,
    GrantsModule,
    AccountabilityModule,
    EvidenceModule,
    ReceivedInvoicesModule,
    ReconciliationModule,
    DemandModule,
    ApplicationsModule,
    CurriculumModule,
    CouncilReportModule,
    ImportsModule,
    MailLogModule,
    InboundMailModule,
    MailTextsModule,
    AdministrationModule,
    HomeModule,
  ],
  providers: [
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useExisting: Idempotency },
    { provide: APP_PIPE, useClass: SchemaPipe },
  ],
})
export class AppModule {}
