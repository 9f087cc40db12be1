import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../jobs/job-handlers.js';
import { MailSender } from './mail-sender.js';

@Injectable()
export class MailJobs {
  constructor(@Inject(MailSender) private readonly sender: MailSender) {}

  @HandlesJob('mail.send-due')
  async sendDue(): Promise<void> {
    await this.sender.sendDue();
  }
}
