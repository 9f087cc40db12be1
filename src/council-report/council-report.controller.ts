import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { draftPage, keptPage, listPage, reportAddress } from './council-report.pages.js';
import { CouncilReportService } from './council-report.service.js';
import { halfYearOf, listedHalfYears, type HalfYear } from './half-year.rules.js';
import { KeptQueries } from './kept.queries.js';
import { PlaceQueries } from './place.queries.js';
import { halfYear, placeCode, versionNumber } from './report-address.js';
import { ReportFile } from './report-file.js';
import { reportTitle } from './report.pages.js';

/** The half-yearly reports to councils. */
@Controller('council-reports')
@Allow('coordinator', 'contact', 'finance')
export class CouncilReportController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlaceQueries) private readonly places: PlaceQueries,
    @Inject(KeptQueries) private readonly kept: KeptQueries,
    @Inject(CouncilReportService) private readonly service: CouncilReportService,
    @Inject(ReportFile) private readonly files: ReportFile,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const reader = this.readerOf(request);
    const halfYears = listedHalfYears(localDateOf(this.clock.now()));
    const places = await this.places.list(actor);
    return this.pages.send(request, reply, {
      view: 'council-report/list',
      title: reader.t('council-report.nav'),
      model: listPage(halfYears, places, await this.kept.finals(actor, halfYears), reader),
    });
  }

  /** The figures of the half-year that runs: of the region, and for a contact of the own municipality. */
  @Get('now')
  async now(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const [place] = await this.places.list(actor);
    if (!place) throw new DomainError('not-found');
    return this.pages.redirect(reply, reportAddress(halfYearOf(localDateOf(this.clock.now())), place));
  }

  @Get(':halfYear/:place')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
  ) {
    const reader = this.readerOf(request);
    const place = await this.places.get(actor, period, code);
    const report = await this.service.draft(actor, period, place);
    const versions = await this.kept.versions(actor, { ...place, halfYear: period });
    const today = localDateOf(this.clock.now());
    return this.pages.send(request, reply, {
      view: 'council-report/report',
      title: reportTitle(report.figures, reader),
      model: draftPage(report, place, versions, { reader, mayWrite: actor.role === 'coordinator', today }),
      above: [{ href: '/council-reports', label: reader.t('council-report.nav') }],
    });
  }

  @Get(':halfYear/:place/pdf')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
  ) {
    const place = await this.places.get(actor, period, code);
    const report = await this.service.draft(actor, period, place);
    const making = { regionName: actor.regionName ?? '', at: this.clock.now(), isDraft: true };
    return sendFile(reply, await this.files.make(report, making), `${period}-${code}-concept`);
  }

  @Post(':halfYear/:place/versions')
  @Allow('coordinator')
  async makeFinal(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
  ) {
    const place = await this.places.get(actor, period, code);
    const version = await this.service.makeFinal(actor, period, place);
    const notice = { kind: 'ok', key: 'council-report.final.done', params: { version } } as const;
    return this.pages.redirect(reply, `${reportAddress(period, place)}/versions/${version}`, notice);
  }

  @Get(':halfYear/:place/versions/:version')
  async showKept(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('version', { schema: versionNumber }) version: number,
  ) {
    const reader = this.readerOf(request);
    const place = await this.places.get(actor, period, code);
    const key = { ...place, halfYear: period };
    const found = await this.kept.version(actor, key, version);
    return this.pages.send(request, reply, {
      view: 'council-report/report',
      title: reportTitle(found.report.figures, reader),
      model: keptPage(found.report, place, found, await this.kept.versions(actor, key), reader),
      above: [{ href: '/council-reports', label: reader.t('council-report.nav') }],
    });
  }

  @Get(':halfYear/:place/versions/:version/pdf')
  async downloadKept(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('version', { schema: versionNumber }) version: number,
  ) {
    const place = await this.places.get(actor, period, code);
    const { pdf } = await this.kept.version(actor, { ...place, halfYear: period }, version);
    return sendFile(reply, pdf, `${period}-${code}-v${version}`);
  }

  private readerOf(request: WebRequest) {
    return { t: this.pages.translate(request), locale: request.locale };
  }
}

function sendFile(reply: WebReply, content: Buffer, name: string) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="raadsrapportage-${name}.pdf"`)
    .header('cache-control', 'no-store')
    .send(content);
}
