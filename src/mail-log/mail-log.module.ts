import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.js';
import { MessagesQueries } from './messages.queries.js';

@Module({
  controllers: [MessagesController],
  providers: [MessagesQueries],
})
export class MailLogModule {}
