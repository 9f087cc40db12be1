import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendTable } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { DOWNLOADS_PER_PAGE, downloadsQuery, ledgerDownloadsPage } from './ledger-download.pages.js';
import { LedgerDownloadQueries } from './ledger-download.queries.js';
import { LedgerDownloadService } from './ledger-download.service.js';
import { nearestPageOf } from './slice.rules.js';

/** The downloads of the ledger that were made, to make again. */
@Controller('ledger-downloads')
@Allow('coordinator', 'finance')
export class LedgerDownloadsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(LedgerDownloadQueries) private readonly queries: LedgerDownloadQueries,
    @Inject(LedgerDownloadService) private readonly downloads: LedgerDownloadService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: downloadsQuery }) { page }: z.infer<typeof downloadsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, nearestPageOf(page, DOWNLOADS_PER_PAGE));
    return this.pages.send(request, reply, {
      view: 'grants/ledger-downloads',
      title: t('grants.downloads.title'),
      model: ledgerDownloadsPage(found, page, request.locale, t),
    });
  }

  @Get(':id/file')
  async makeAgain(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const { file, format, madeAt } = await this.downloads.makeAgain(actor, id);
    const name = this.pages.translate(request)('grants.ledger.fileName');
    return sendTable(reply, `${name}-${localDateOf(madeAt)}`, format, file);
  }
}
