import { Module } from '@nestjs/common';
import { ReminderJobs } from './reminder.jobs.js';
import { ReminderPlanning } from './reminder-planning.service.js';
import { ReminderQueries } from './reminder.queries.js';
import { ReminderSending } from './reminder-sending.service.js';
import { RemindersApi } from './reminders.api.js';

@Module({
  controllers: [RemindersApi],
  providers: [ReminderJobs, ReminderPlanning, ReminderQueries, ReminderSending],
})
export class RemindersModule {}
