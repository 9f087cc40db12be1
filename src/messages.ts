import { compose, type AskableKey, type DefinedKey } from './platform/i18n/messages.js';
import { accountabilityMessages } from './accountability/accountability.messages.js';
import { accessMessages } from './access/access.messages.js';
import { administrationMessages } from './administration/administration.messages.js';
import { administrationJobsMessages } from './administration/jobs.messages.js';
import { administrationMailMessages } from './administration/mail.messages.js';
import { attendanceMessages } from './attendance/attendance.messages.js';
import { closureMessages } from './attendance/closure.messages.js';
import { checkInMessages } from './attendance/check-in/check-in.messages.js';
import { certificatesMessages } from './certificates/certificates.messages.js';
import { certificateCheckMessages } from './certificates/certificate-check.messages.js';
import { looksMessages } from './certificates/look/looks.messages.js';
import { openBadgeMessages } from './certificates/open-badge/open-badge.messages.js';
import { councilReportMessages } from './council-report/council-report.messages.js';
import { coursesMessages } from './courses/courses.messages.js';
import { providersMessages } from './courses/providers.messages.js';
import { priceListMessages } from './courses/price-list.messages.js';
import { courseFormMessages } from './courses/course-form.messages.js';
import { applicationMessages } from './applications/applications.messages.js';
import { curriculumMessages } from './curriculum/curriculum.messages.js';
import { demandMessages } from './demand/demand.messages.js';
import { needsPollMessages } from './demand/needs-poll.messages.js';
import { enrolmentMessages } from './enrolment/enrolment.messages.js';
import { wishesMessages } from './enrolment/wishes.messages.js';
import { groupMessages } from './enrolment/group.messages.js';
import { evaluationMessages } from './evaluation/evaluation.messages.js';
import { resultsMessages } from './evaluation/results.messages.js';
import { questionnaireMessages } from './evaluation/questionnaire.messages.js';
import { evidenceMessages } from './evidence/evidence.messages.js';
import { followUpMessages } from './follow-up/follow-up.messages.js';
import { campaignFormMessages } from './follow-up/campaign-form.messages.js';
import { campaignAnswerMessages } from './follow-up/campaign-answer.messages.js';
import { accountingYearMessages } from './grants/accounting-year.messages.js';
import { activityMessages } from './grants/activity.messages.js';
import { decisionMessages } from './grants/decision.messages.js';
import { grantsMessages } from './grants/grants.messages.js';
import { extraCostMessages } from './grants/extra-cost.messages.js';
import { forecastMessages } from './grants/forecast.messages.js';
import { ledgerMessages } from './grants/ledger.messages.js';
import { spendingMessages } from './grants/spending.messages.js';
import { invoiceMessages } from './grants/invoice.messages.js';
import { orderMessages } from './grants/order.messages.js';
import { shareMessages } from './grants/share.messages.js';
import { homeMessages } from './home/home.messages.js';
import { importsMessages } from './imports/imports.messages.js';
import { mailLogMessages } from './mail-log/mail-log.messages.js';
import { mailTextsMessages } from './mail-texts/mail-texts.messages.js';
import { noticesMessages } from './notices/notices.messages.js';
import { onlineEnrolmentMessages } from './online-enrolment/online-enrolment.messages.js';
import { peopleMessages } from './people/people.messages.js';
import { receivedInvoicesMessages } from './received-invoices/received-invoices.messages.js';
import { reconciliationMessages } from './reconciliation/reconciliation.messages.js';
import { remindersMessages } from './reminders/reminders.messages.js';
import { reportsMessages } from './reports/reports.messages.js';
import { archiveMessages } from './sessions/archive.messages.js';
import { calendarMessages } from './sessions/calendar.messages.js';
import { seriesMessages } from './sessions/series.messages.js';
import { sessionsMessages } from './sessions/sessions.messages.js';
import { sessionFormMessages } from './sessions/session-form.messages.js';
import { sessionLifeMessages } from './sessions/session-life.messages.js';
import { trainersMessages } from './sessions/trainers/trainers.messages.js';
import { venuesMessages } from './sessions/venues/venues.messages.js';
import { localMessages } from './platform/local/local.messages.js';
import { webMessages } from './platform/web/web.messages.js';
import { deedMessages } from './deeds.messages.js';
import { navigationMessages } from './navigation.messages.js';
import { jobMessages } from './jobs.messages.js';
import { mailReasonMessages } from './mail-reasons.messages.js';
import { grantProblemMessages } from './grant-problems.messages.js';
import { invoiceProblemMessages } from './invoice-problems.messages.js';
import { planningProblemMessages } from './planning-problems.messages.js';
import { requestProblemMessages } from './request-problems.messages.js';
import { seatProblemMessages } from './seat-problems.messages.js';

/** Every text of the product; a feature adds its own set here. */
export const messages = compose(
  accessMessages,
  administrationMessages,
  administrationJobsMessages,
  administrationMailMessages,
  attendanceMessages,
  closureMessages,
  checkInMessages,
  certificatesMessages,
  certificateCheckMessages,
  looksMessages,
  openBadgeMessages,
  councilReportMessages,
  coursesMessages,
  providersMessages,
  priceListMessages,
  courseFormMessages,
  applicationMessages,
  curriculumMessages,
  demandMessages,
  needsPollMessages,
  enrolmentMessages,
  wishesMessages,
  groupMessages,
  evaluationMessages,
  resultsMessages,
  questionnaireMessages,
  followUpMessages,
  campaignFormMessages,
  campaignAnswerMessages,
  accountabilityMessages,
  evidenceMessages,
  receivedInvoicesMessages,
  reconciliationMessages,
  accountingYearMessages,
  activityMessages,
  decisionMessages,
  grantsMessages,
  extraCostMessages,
  forecastMessages,
  ledgerMessages,
  spendingMessages,
  invoiceMessages,
  orderMessages,
  shareMessages,
  homeMessages,
  importsMessages,
  mailLogMessages,
  mailTextsMessages,
  noticesMessages,
  onlineEnrolmentMessages,
  peopleMessages,
  remindersMessages,
  reportsMessages,
  archiveMessages,
  calendarMessages,
  seriesMessages,
  sessionsMessages,
  sessionFormMessages,
  sessionLifeMessages,
  trainersMessages,
  venuesMessages,
  deedMessages,
  navigationMessages,
  jobMessages,
  localMessages,
  mailReasonMessages,
  grantProblemMessages,
  invoiceProblemMessages,
  planningProblemMessages,
  requestProblemMessages,
  seatProblemMessages,
  webMessages,
);

/** The key of any text; the plural forms `x_one` and `x_other` are asked for as `x` with a `count`. */
export type MessageKey = AskableKey<DefinedKey<typeof messages>>;

/** The codes that a group of texts names: 'enrol' for `deed.action.enrol`. What is typed so cannot go without a name. */
export type NamedIn<Group extends string, Key = MessageKey> = Key extends `${Group}.${infer Code}`
  ? Code
  : never;
