import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { Remarks } from './remark.service.js';

@Injectable()
export class AttendanceJobs {
  constructor(@Inject(Remarks) private readonly remarks: Remarks) {}

  @HandlesJob('attendance.forget-remarks')
  async forgetRemarks(): Promise<void> {
    await this.remarks.forget();
  }
}
