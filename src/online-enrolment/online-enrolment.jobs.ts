import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { OnlineEnrolment } from './online-enrolment.service.js';

@Injectable()
export class OnlineEnrolmentJobs {
  constructor(@Inject(OnlineEnrolment) private readonly enrolment: OnlineEnrolment) {}

  @HandlesJob('online-enrolment.forget-links')
  async forgetLinks(): Promise<void> {
    await this.enrolment.forgetOldLinks();
  }
}
