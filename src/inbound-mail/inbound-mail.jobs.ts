import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { MailFetching } from './mail-fetching.service.js';

@Injectable()
export class InboundMailJobs {
  constructor(@Inject(MailFetching) private readonly fetching: MailFetching) {}

  @HandlesJob('inbound-mail.fetch')
  async fetch(): Promise<void> {
    await this.fetching.fetch();
  }
}
