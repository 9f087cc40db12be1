import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { SeatDesk } from './seat-desk.js';

@Injectable()
export class SeatReleaseJobs {
  constructor(@Inject(SeatDesk) private readonly desk: SeatDesk) {}

  @HandlesJob('enrolment.give-out-freed-seats')
  async giveOutFreedSeats(): Promise<void> {
    await this.desk.giveOutFreedSeats();
  }
}
