import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CertificateBundle } from './certificate-bundle.service.js';
import { certificateStatuses, revocationReasons, statusOn } from './certificate.rules.js';
import { numberParam } from './certificates.pages.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';
import { CertificateReplacement } from './replacement.service.js';

const status = z.enum(certificateStatuses);
const certificateAnswer = z.object({
  number: z.string(),
  professionalName: z.string(),
  courseTitle: z.string(),
  level: z.string(),
  municipalityName: z.string(),
  dates: z.array(z.iso.date()).describe('De data waarop de training was.'),
  issuedOn: z.iso.date(),
  validUntil: z.iso.date().nullable().describe('De laatste geldige dag; null als het altijd geldig blijft.'),
  status,
  source: z
    .string()
    .nullable()
    .describe(
      'Waaruit een certificaat van elders is overgenomen; null voor een van Leerlijn. Van elders is er geen pdf.',
    ),
  earlierNumber: z.string().nullable().describe('Het nummer dat een certificaat van elders daar heeft.'),
});
const certificatesListQuery = apiListQuery.extend({
  status: status.optional(),
  sessionId: z.uuid().optional().describe('Alleen de certificaten van deze uitvoering.'),
});
const zipQuery = certificatesListQuery.omit({ page: true, pageSize: true });
const revocationInput = z.object({
  reason: z.enum(revocationReasons).describe('Een vaste reden; vrije tekst kan niet.'),
});
const replacementInput = z.object({
  tell: z
    .boolean()
    .default(false)
    .describe('Of de deelnemer mail krijgt dat het nieuwe certificaat klaarstaat.'),
});
const replacementAnswer = z.object({
  number: z.string().describe('Het nummer van het nieuwe certificaat.'),
  replaces: z.string(),
});
const revocationAnswer = z.object({ number: z.string(), status: z.literal('revoked') });

@Controller('api/v1/certificates')
export class CertificatesApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CertificatesService) private readonly certificates: CertificatesService,
    @Inject(CertificateBundle) private readonly bundle: CertificateBundle,
    @Inject(CertificateReplacement) private readonly replacement: CertificateReplacement,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
  ) {}

  @Get()
  @Allow('professional', 'contact', 'coordinator')
  @Operation({ summary: 'Geeft de certificaten die u mag zien.', answer: listAnswer(certificateAnswer) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: certificatesListQuery }) query: z.infer<typeof certificatesListQuery>,
  ) {
    const today = localDateOf(this.clock.now());
    const { page, pageSize } = query;
    const { total, rows } = await this.queries.list(
      actor,
      { q: query.q, status: query.status ?? null, session: query.sessionId ?? null, today },
      { limit: pageSize, offset: (page - 1) * pageSize },
    );
    const items = rows.map(
      ({ id: _id, regionName: _region, revokedAt, revocationReason: _reason, ...row }) => ({
        ...row,
        status: statusOn(today, { ...row, revokedAt }),
      }),
    );
    return apiList(request, items, { page, pageSize, total });
  }

  @Get('zip')
  @Allow('professional', 'contact', 'coordinator')
  @Operation({
    summary: 'Geeft de pdf-bestanden van certificaten die niet zijn ingetrokken in één zip-bestand.',
    answer: null,
    download: { type: 'application/zip', description: 'Een pdf per certificaat.' },
  })
  async zip(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: zipQuery }) { q, status, sessionId }: z.infer<typeof zipQuery>,
  ) {
    const today = localDateOf(this.clock.now());
    const filter = { q, status: status ?? null, session: sessionId ?? null, today };
    const { length, content } = await this.bundle.zip(actor, filter);
    if (length !== null) void reply.header('content-length', length);
    return reply.type('application/zip').header('cache-control', 'private, no-store').send(content);
  }

  @Post(':number/revocation')
  @HttpCode(200)
  @Allow('coordinator')
  @Operation({ summary: 'Trekt een certificaat in; dat is definitief.', answer: revocationAnswer })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
    @Body({ schema: revocationInput }) { reason }: z.infer<typeof revocationInput>,
  ): Promise<z.infer<typeof revocationAnswer>> {
    await this.certificates.revoke(actor, number, reason);
    return { number, status: 'revoked' };
  }

  @Post(':number/replacement')
  @Allow('coordinator')
  @Operation({
    summary: 'Vervangt een certificaat door een nieuw, met de naam die de professional nu heeft.',
    answer: replacementAnswer,
    status: 201,
  })
  async replace(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) replaces: string,
    @Body({ schema: replacementInput }) { tell }: z.infer<typeof replacementInput>,
  ): Promise<z.infer<typeof replacementAnswer>> {
    return { number: await this.replacement.replace(actor, replaces, { tell }), replaces };
  }
}
