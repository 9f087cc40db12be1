import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { Forgetting } from './forgetting.service.js';

@Injectable()
export class ForgettingJobs {
  constructor(@Inject(Forgetting) private readonly forgetting: Forgetting) {}

  @HandlesJob('enrolment.forget-reasons')
  async forgetReasons(): Promise<void> {
    await this.forgetting.forgetReasons();
  }

  @HandlesJob('enrolment.forget-guest-names')
  async forgetGuestNames(): Promise<void> {
    await this.forgetting.forgetGuestNames();
  }
}
