import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { fileTypes, statementPage, yearsPage } from './accountability.pages.js';
import { StatementFiles } from './statement-files.js';
import { StatementQueries } from './statement.queries.js';
import { YearQueries, type StatementFileType } from './year.queries.js';

export const accountingYear = z.coerce.number().int().min(2000).max(2100);
const fileType = z.enum(fileTypes);

const MEDIA_TYPES: Readonly<Record<StatementFileType, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The years to account for, and the statement of each. */
@Controller('accountability')
@Allow('coordinator', 'finance')
export class AccountabilityController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(StatementFiles) private readonly files: StatementFiles,
    @Inject(YearQueries) private readonly years: YearQueries,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const reader = this.readerOf(request, actor);
    return this.pages.send(request, reply, {
      view: 'accountability/years',
      title: reader.t('accountability.nav'),
      model: yearsPage(await this.years.list(actor), reader),
    });
  }

  @Get(':year')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
  ) {
    const reader = this.readerOf(request, actor);
    const statement = await this.statements.look(actor, year);
    const [years, waiting, versions] = await Promise.all([
      this.years.list(actor),
      this.years.waiting(actor, year),
      this.years.versions(actor, year),
    ]);
    return this.pages.send(request, reply, {
      view: 'accountability/statement',
      title: reader.t('accountability.title', { year }),
      model: statementPage(statement, { years, waiting, versions }, reader),
      above: [{ href: '/accountability', label: reader.t('accountability.nav') }],
    });
  }

  /** The file of a year as it stands now; of a closed year as it was kept. */
  @Get(':year/files/:type')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('type', { schema: fileType }) type: StatementFileType,
  ) {
    const kept = await this.years.lastFile(actor, year, type);
    if (kept) return this.send(reply, year, type, kept);
    const making = { regionName: actor.regionName ?? '', at: this.clock.now(), isDraft: true };
    const statement = await this.statements.look(actor, year);
    return this.send(reply, year, type, await this.files.make(statement, making, type));
  }

  @Get(':year/versions/:version/files/:type')
  async downloadKept(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('version', { schema: z.coerce.number().int().min(1).max(10_000) }) version: number,
    @Param('type', { schema: fileType }) type: StatementFileType,
  ) {
    const content = await this.years.file(actor, { year, version, type });
    if (!content) throw new DomainError('not-found');
    return this.send(reply, year, type, content, `-v${version}`);
  }

  private readerOf(request: WebRequest, actor: Actor) {
    return { t: this.pages.translate(request), locale: request.locale, isFinance: actor.role === 'finance' };
  }

  private send(reply: WebReply, year: number, type: StatementFileType, content: Buffer, version = '') {
    return reply
      .type(MEDIA_TYPES[type])
      .header('content-disposition', `attachment; filename="verantwoording-${year}${version}.${type}"`)
      .header('cache-control', 'no-store')
      .send(content);
  }
}
