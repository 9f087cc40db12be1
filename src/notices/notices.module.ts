import { Module } from '@nestjs/common';
import { NoticeChoiceService } from './notice-choice.service.js';
import { NoticeSending } from './notice-sending.service.js';
import { NoticeSettingsController } from './notice-settings.controller.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { NoticesApi } from './notices.api.js';
import { NoticesController } from './notices.controller.js';
import { NoticesJobs } from './notices.jobs.js';
import { NoticesQueries } from './notices.queries.js';

@Module({
  controllers: [NoticesApi, NoticesController, NoticeSettingsController],
  providers: [NoticeChoiceService, NoticeSending, NoticeSettingsService, NoticesJobs, NoticesQueries],
})
export class NoticesModule {}
