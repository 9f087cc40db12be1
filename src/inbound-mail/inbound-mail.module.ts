import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { InboundMailsApi } from './inbound-mails.api.js';
import { MailFetching } from './mail-fetching.service.js';
import { InboundMailJobs } from './inbound-mail.jobs.js';
import { InboundMailService } from './inbound-mail.service.js';

@Module({
  imports: [EnrolmentModule],
  controllers: [InboundMailsApi],
  providers: [InboundMailJobs, InboundMailService, MailFetching],
})
export class InboundMailModule {}
