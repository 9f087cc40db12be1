import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { CurriculumInvitations } from './invitation.service.js';

@Injectable()
export class CurriculumJobs {
  constructor(@Inject(CurriculumInvitations) private readonly invitations: CurriculumInvitations) {}

  @HandlesJob('curriculum.mail-invitations')
  async mailInvitations({ regionId }: FactOf<'curriculum.invited'>): Promise<void> {
    await this.invitations.mail(regionId);
  }
}
