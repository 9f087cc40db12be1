import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { CertificateFiles } from './certificate-files.service.js';
import { CertificatesService } from './certificates.service.js';
import { CertificateRenewal } from './renewal.service.js';
import { RevocationMail } from './revocation-mail.service.js';
import { ExpiryMail } from './expiry-mail.service.js';

@Injectable()
export class CertificatesJobs {
  constructor(
    @Inject(CertificatesService) private readonly certificates: CertificatesService,
    @Inject(CertificateFiles) private readonly files: CertificateFiles,
    @Inject(CertificateRenewal) private readonly renewal: CertificateRenewal,
    @Inject(RevocationMail) private readonly revocation: RevocationMail,
    @Inject(ExpiryMail) private readonly expiry: ExpiryMail,
  ) {}

  @HandlesJob('certificates.issue')
  async issue({ sessionId }: FactOf<'session.closed'>): Promise<void> {
    await this.certificates.issueFor(sessionId);
  }

  @HandlesJob('certificates.redecide')
  async redecide({ enrolmentId }: FactOf<'attendance.corrected'>): Promise<void> {
    await this.certificates.redecide(enrolmentId);
    await this.renewal.redecide(enrolmentId);
  }

  @HandlesJob('certificates.renew')
  async renew({ sessionId }: FactOf<'session.closed'>): Promise<void> {
    await this.renewal.renewForSession(sessionId);
  }

  @HandlesJob('certificates.mail-issued')
  async mailIssued({ certificateId }: FactOf<'certificate.issued'>): Promise<void> {
    await this.certificates.mailIssued(certificateId);
  }

  @HandlesJob('certificates.tell-revoked')
  async tellRevoked({ certificateId }: FactOf<'certificate.revoked'>): Promise<void> {
    await this.revocation.tell(certificateId);
  }

  @HandlesJob('certificates.keep-files')
  async keepFiles(): Promise<void> {
    await this.files.keepEarlier();
  }

  @HandlesJob('certificates.tell-expiring')
  async tellExpiring(): Promise<void> {
    await this.expiry.tellAll();
  }
}
