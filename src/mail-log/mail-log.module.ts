import { Module } from '@nestjs/common';
import { MessagesApi } from './messages.api.js';
import { MessagesController } from './messages.controller.js';
import { MessagesQueries } from './messages.queries.js';
import { ResendingService } from './resending.service.js';

@Module({
  controllers: [MessagesApi, MessagesController],
  providers: [MessagesQueries, ResendingService],
})
export class MailLogModule {}
