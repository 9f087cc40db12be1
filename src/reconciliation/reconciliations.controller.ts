import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { nearestPageOf } from '../grants/slice.rules.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendCsv } from '../platform/web/table-download.js';
import { readUpload } from '../platform/web/upload.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { guessMapping } from './column-mapping.rules.js';
import {
  firstMapping,
  listQuery,
  mappingForm,
  mappingPage,
  RECONCILIATIONS_PER_PAGE,
  reconciledCells,
  reconciledColumns,
  reconciliationsPage,
  resultPage,
  rowsQuery,
  rowsToShow,
} from './reconciliation.pages.js';
import { ReconciliationQueries, type ReadFile } from './reconciliation.queries.js';
import { ReconciliationService } from './reconciliation.service.js';
import { readTable, type LineFault } from './their-lines.js';

const fileId = z.uuid();

/** Our bookings beside those of the municipality's financial administration. */
@Controller('reconciliations')
@Allow('coordinator', 'finance')
export class ReconciliationsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReconciliationQueries) private readonly queries: ReconciliationQueries,
    @Inject(ReconciliationService) private readonly reconciliations: ReconciliationService,
  ) {}

  @Get()
  list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) { page }: z.infer<typeof listQuery>,
  ) {
    return this.sendList(request, reply, actor, page, []);
  }

  @Post()
  @Allow('finance')
  async upload(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    const again = (message: string) => this.sendList(request, reply, actor, 1, [{ path: 'file', message }]);
    const file = await readUpload(request);
    if (!file) return again(t('received.noFile'));
    if (!readTable(file.content).ok) return again(t('problem.not-a-ledger-file.advice'));
    return this.pages.redirect(reply, `/reconciliations/${await this.reconciliations.upload(actor, file)}`);
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: fileId }) id: string,
    @Query({ schema: rowsQuery }) query: z.infer<typeof rowsQuery>,
  ) {
    const t = this.pages.translate(request);
    const file = await this.queries.file(actor, id);
    if (file.year === null) return this.sendMapping(request, reply, actor, file, null, []);
    const rows = await this.queries.reconciled(actor, file);
    return this.pages.send(request, reply, {
      view: 'reconciliation/result',
      title: t('reconciliation.result.title', { year: file.year }),
      model: resultPage(file, rows, query, request.locale, t),
      above: [{ href: '/reconciliations', label: t('reconciliation.title') }],
    });
  }

  @Get(':id/rows.csv')
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: fileId }) id: string,
    @Query({ schema: rowsQuery }) { show }: z.infer<typeof rowsQuery>,
  ) {
    const t = this.pages.translate(request);
    const file = await this.queries.file(actor, id);
    if (file.year === null) throw new DomainError('not-found');
    const rows = rowsToShow(await this.queries.reconciled(actor, file), show);
    const name = `${t('reconciliation.fileName', { year: file.year })}-${localDateOf(this.clock.now())}.csv`;
    return sendCsv(
      reply,
      name,
      reconciledColumns(t),
      rows.map((row) => reconciledCells(row, t)),
    );
  }

  @Post(':id/mapping')
  @Allow('finance')
  async read(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: fileId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const file = await this.queries.file(actor, id);
    const form = readForm(mappingForm(tableOf(file).headings), body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.sendMapping(request, reply, actor, file, { values: form.values, issues }, []);
    }
    const faults = await this.reconciliations.read(actor, id, form.value.year, form.value.mapping);
    if (faults.length === 0) return this.pages.redirect(reply, `/reconciliations/${id}`);
    const values = body as Record<string, unknown>;
    return this.sendMapping(request, reply, actor, file, { values, issues: [] }, faults);
  }

  private async sendList(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    page: number,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, nearestPageOf(page, RECONCILIATIONS_PER_PAGE));
    return this.pages.send(request, reply, {
      view: 'reconciliation/list',
      title: t('reconciliation.title'),
      status: issues.length > 0 ? 400 : 200,
      model: reconciliationsPage(found, page, { uploads: actor.role === 'finance', issues }, t),
    });
  }

  private async sendMapping(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    file: ReadFile,
    sent: SentForm | null,
    faults: readonly LineFault[],
  ) {
    // Which column holds what is for who reads the file in.
    if (actor.role !== 'finance') throw new DomainError('not-found');
    if (file.year !== null) throw new DomainError('already-reconciled');
    const t = this.pages.translate(request);
    const table = tableOf(file);
    const guessed = guessMapping(table.headings, await this.queries.lastMapping(actor));
    const year = Number(localDateOf(this.clock.now()).slice(0, 4));
    const shown = sent ?? { values: firstMapping(year, guessed), issues: [] };
    return this.pages.send(request, reply, {
      view: 'reconciliation/mapping',
      title: t('reconciliation.mapping.title'),
      status: sent ? 400 : 200,
      model: mappingPage(file.id, table, shown, faults, t),
      above: [{ href: '/reconciliations', label: t('reconciliation.title') }],
    });
  }
}

function tableOf({ content }: ReadFile) {
  const read = readTable(content);
  if (!read.ok) throw new DomainError('not-a-ledger-file');
  return read.table;
}
