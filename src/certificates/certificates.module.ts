import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { Certificate } from './certificate.entity.js';
import { CertificateFiles } from './certificate-files.service.js';
import { CertificateBundle } from './certificate-bundle.service.js';
import { CertificateFilesQueries } from './certificate-files.queries.js';
import { CertificateWait } from './certificate-wait.entity.js';
import { CertificateWaits } from './certificate-waits.service.js';
import { CertificatePress } from './certificate-press.js';
import { CertificatesApi } from './certificates.api.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesJobs } from './certificates.jobs.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';
import { ReplacementController } from './replacement.controller.js';
import { CertificateReplacement } from './replacement.service.js';
import { RenewalQueries } from './renewal.queries.js';
import { CertificateRenewal } from './renewal.service.js';
import { CheckController } from './check.controller.js';
import { ExpiryMail } from './expiry-mail.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Certificate, CertificateWait]), AttendanceModule],
  controllers: [CertificatesController, CheckController, ReplacementController, CertificatesApi],
  providers: [
    { provide: CertificatePress, useFactory: () => new CertificatePress() },
    CertificateBundle,
    CertificateFiles,
    CertificateFilesQueries,
    CertificateRenewal,
    CertificateWaits,
    CertificateReplacement,
    CertificatesJobs,
    CertificatesQueries,
    CertificatesService,
    ExpiryMail,
    RenewalQueries,
  ],
})
export class CertificatesModule {}
