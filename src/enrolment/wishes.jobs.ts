import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { EnrolmentWishes } from './wishes.service.js';

@Injectable()
export class WishesJobs {
  constructor(@Inject(EnrolmentWishes) private readonly wishes: EnrolmentWishes) {}

  @HandlesJob('enrolment.forget-wishes')
  async forgetWishes(): Promise<void> {
    await this.wishes.forgetOld();
  }
}
