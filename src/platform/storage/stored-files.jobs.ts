import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../jobs/job-handlers.js';
import { StoredFiles } from './stored-files.js';

@Injectable()
export class StoredFilesJobs {
  constructor(@Inject(StoredFiles) private readonly files: StoredFiles) {}

  @HandlesJob('files.remove-abandoned')
  async removeAbandoned(): Promise<void> {
    await this.files.removeAbandoned();
  }
}
