import { Module } from '@nestjs/common';
import { WordingModule } from '../wording/wording.module.js';
import { MailTextsApi } from './mail-texts.api.js';
import { MailTextsController } from './mail-texts.controller.js';
import { PreviewController } from './preview.controller.js';
import { PreviewService } from './preview.service.js';

@Module({
  imports: [WordingModule],
  controllers: [MailTextsApi, MailTextsController, PreviewController],
  providers: [PreviewService],
})
export class MailTextsModule {}
