import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { LedgerDownloadQueries } from './ledger-download.queries.js';
import { pageOf } from './slice.rules.js';

const download = z.object({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  format: z.enum(['csv', 'xlsx']),
  year: z.int().describe('Subsidiejaar.'),
  upTo: z.string().describe('Volgnummer van de laatste boeking die er toen was.'),
  bookings: z.int().describe('Aantal boekingen in het bestand.'),
  layout: z.int().describe('Versie van de indeling van het bestand.'),
  sha256: z.string().describe('SHA-256 van het bestand.'),
});
const downloadsQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/ledger-downloads')
@Allow('coordinator', 'finance')
export class LedgerDownloadsApi {
  constructor(@Inject(LedgerDownloadQueries) private readonly queries: LedgerDownloadQueries) {}

  @Get()
  @Operation({ summary: 'Toont de downloads van de uitgaven', answer: listAnswer(download) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: downloadsQuery }) { page, pageSize }: z.infer<typeof downloadsQuery>,
  ) {
    const found = await this.queries.list(actor, pageOf(page, pageSize));
    const items = found.items.map((row) => ({
      id: row.id,
      madeAt: row.madeAt.toISOString(),
      madeBy: row.madeBy,
      format: row.format,
      year: row.filter.year,
      upTo: row.upTo,
      bookings: row.bookings,
      layout: row.layout,
      sha256: row.sha256,
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }
}
