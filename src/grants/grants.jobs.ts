import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { ReleaseService } from './release.service.js';
import { ShareService } from './share.service.js';

@Injectable()
export class GrantsJobs {
  constructor(
    @Inject(ReleaseService) private readonly releases: ReleaseService,
    @Inject(ShareService) private readonly shares: ShareService,
  ) {}

  @HandlesJob('grants.release-commitment')
  async releaseCommitment({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.releases.release(sessionId);
  }

  @HandlesJob('grants.share-by-enrolment')
  async shareByEnrolment({ enrolmentId }: FactOf<'enrolment.confirmed'>): Promise<void> {
    await this.shares.followEnrolment(enrolmentId);
  }

  @HandlesJob('grants.share-by-session')
  async shareBySession({ sessionId }: FactOf<'session.closed'>): Promise<void> {
    await this.shares.followSession(sessionId);
  }
}
