import { Module } from '@nestjs/common';
import { AccountabilityModule } from '../accountability/accountability.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { EvidenceApi } from './evidence.api.js';
import { EvidenceCommitmentQueries } from './evidence-commitment.queries.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceOutlines } from './evidence-outline.service.js';
import { EvidenceProofQueries } from './evidence-proof.queries.js';
import { EvidenceQueries } from './evidence.queries.js';
import { EvidenceService } from './evidence.service.js';

@Module({
  imports: [AccountabilityModule, GrantsModule],
  controllers: [EvidenceApi, EvidenceController],
  providers: [
    EvidenceCommitmentQueries,
    EvidenceFiles,
    EvidenceOutlines,
    EvidenceProofQueries,
    EvidenceQueries,
    EvidenceService,
  ],
})
export class EvidenceModule {}
