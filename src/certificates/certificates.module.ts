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
import { LooksApi } from './look/looks.api.js';
import { LooksController } from './look/looks.controller.js';
import { LooksQueries } from './look/looks.queries.js';
import { Looks } from './look/looks.service.js';
import { RenewalQueries } from './renewal.queries.js';
import { CertificateRenewal } from './renewal.service.js';
import { CheckController } from './check.controller.js';
import { EarlierCertificates } from './earlier-certificates.service.js';
import { RevocationMail } from './revocation-mail.service.js';
import { ExpiryMail } from './expiry-mail.service.js';
import { BadgeKeysController } from './open-badge/badge-keys.controller.js';
import { BadgeKeysQueries } from './open-badge/badge-keys.queries.js';
import { BadgeKeys } from './open-badge/badge-keys.service.js';
import { OpenBadgeController } from './open-badge/open-badge.controller.js';
import { OpenBadgeQueries } from './open-badge/open-badge.queries.js';
import { OpenBadges } from './open-badge/open-badge.service.js';
import { OpenBadgesApi } from './open-badge/open-badges.api.js';
import { PublishedBadgesController } from './open-badge/published-badges.controller.js';
import { PublishedBadgesQueries } from './open-badge/published-badges.queries.js';
import { PublishedBadges } from './open-badge/published-badges.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Certificate, CertificateWait]), AttendanceModule],
  controllers: [
    CertificatesController,
    CheckController,
    ReplacementController,
    CertificatesApi,
    LooksController,
    LooksApi,
    BadgeKeysController,
    OpenBadgeController,
    OpenBadgesApi,
    PublishedBadgesController,
  ],
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
    EarlierCertificates,
    ExpiryMail,
    Looks,
    LooksQueries,
    RenewalQueries,
    RevocationMail,
    BadgeKeys,
    BadgeKeysQueries,
    OpenBadgeQueries,
    OpenBadges,
    PublishedBadges,
    PublishedBadgesQueries,
  ],
  exports: [EarlierCertificates],
})
export class CertificatesModule {}
