import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { ReminderJobs } from './reminder.jobs.js';
import { ReminderPlanning } from './reminder-planning.service.js';
import { ReminderQueries } from './reminder.queries.js';
import { ReminderRuleQueries } from './reminder-rule.queries.js';
import { ReminderRuleService } from './reminder-rule.service.js';
import { ReminderRulesApi } from './reminder-rules.api.js';
import { ReminderRulesController } from './reminder-rules.controller.js';
import { ReminderSending } from './reminder-sending.service.js';
import { RemindersApi } from './reminders.api.js';

@Module({
  imports: [EnrolmentModule],
  controllers: [RemindersApi, ReminderRulesApi, ReminderRulesController],
  providers: [
    ReminderJobs,
    ReminderPlanning,
    ReminderQueries,
    ReminderRuleQueries,
    ReminderRuleService,
    ReminderSending,
  ],
})
export class RemindersModule {}
