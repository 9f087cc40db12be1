import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { SessionQueries } from '../sessions/session.queries.js';
import type { Actor } from '../shared/actor.js';
import { ShareQueries } from './share.queries.js';
import { sharingKeys } from './share.rules.js';
import { SharingKeyService } from './sharing-key.service.js';
import { sharesWhole } from './shares.pages.js';

const hundredths = z.int().min(1).max(10_000).describe('Honderdsten van een procent: 10000 is alles.');
const sessionShare = z.object({
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  units: z
    .int()
    .nullable()
    .describe(
      'Wat er telde: plaatsen, mensen of honderdsten van een procent; null als één gemeente betaalt.',
    ),
  reservedCents: z.int().describe('Vastgelegd en nog niet gefactureerd, in hele eurocenten.'),
  spentCents: z.int().describe('Uitgegeven, in hele eurocenten.'),
  isDemo: z.boolean().describe('Waar als wat is vastgelegd een voorbeeld is dat in geen bron staat.'),
});
const sharesQuery = apiListQuery.omit({ q: true });
const sharing = z
  .object({
    key: z
      .enum(sharingKeys)
      .describe('Waarnaar de kosten worden verdeeld; `payer` als één gemeente betaalt.'),
    percentages: z
      .array(z.object({ municipalityId: z.uuid(), hundredths }))
      .max(50)
      .default([])
      .describe('Alleen bij `fixed`: samen precies 10000.'),
  })
  .transform(({ key, percentages }, context) => {
    const units = percentages.map((each) => ({
      municipalityId: each.municipalityId,
      units: each.hundredths,
    }));
    if (key === 'fixed' ? sharesWhole(units) : units.length === 0) return { key, percentages: units };
    context.addIssue({ code: 'custom', path: ['percentages'], params: { key: 'grants.sharing.notWhole' } });
    return z.NEVER;
  })
  .meta({ example: { key: 'enrolled' } });
const chosen = z.object({ sessionId: z.uuid(), key: z.enum(sharingKeys) });

@Controller('api/v1')
export class SharesApi {
  constructor(
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(ShareQueries) private readonly queries: ShareQueries,
    @Inject(SharingKeyService) private readonly keys: SharingKeyService,
  ) {}

  @Get('sessions/:id/shares')
  @Allow('coordinator', 'finance', 'contact')
  @Operation({
    summary: 'Toont hoe de kosten van een uitvoering zijn verdeeld',
    answer: listAnswer(sessionShare),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: sharesQuery }) { page, pageSize }: z.infer<typeof sharesQuery>,
  ) {
    await this.sessions.get(actor, id);
    const rows = await this.queries.ofSession(actor, id);
    const items = rows.slice((page - 1) * pageSize, page * pageSize).map((row) => ({
      ...row,
      reservedCents: Number(row.reservedCents),
      spentCents: Number(row.spentCents),
    }));
    return apiList(request, items, { page, pageSize, total: rows.length });
  }

  @Post('sessions/:id/sharing')
  @HttpCode(200)
  @Allow('coordinator')
  @Operation({ summary: 'Kiest waarnaar de kosten van een uitvoering worden verdeeld', answer: chosen })
  async choose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Body({ schema: sharing }) sent: z.infer<typeof sharing>,
  ) {
    await this.keys.choose(actor, sessionId, sent);
    return { sessionId, key: sent.key };
  }
}
