import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { InboundMailsApi } from './inbound-mails.api.js';
import { InboundMailService } from './inbound-mail.service.js';

@Module({
  imports: [EnrolmentModule],
  controllers: [InboundMailsApi],
  providers: [InboundMailService],
})
export class InboundMailModule {}
