import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { NoticeSending } from './notice-sending.service.js';

@Injectable()
export class NoticesJobs {
  constructor(@Inject(NoticeSending) private readonly sending: NoticeSending) {}

  @HandlesJob('notices.send-due')
  async sendDue(): Promise<void> {
    await this.sending.sendDue();
  }
}
