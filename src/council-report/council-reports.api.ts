import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CouncilReportService } from './council-report.service.js';
import {
  finalAnswer,
  keptAnswer,
  reportItem,
  reportOf,
  reportAnswer,
  textAnswer,
  textInput,
} from './council-report-document.pages.js';
import { listedHalfYears, type HalfYear } from './half-year.rules.js';
import { KeptQueries } from './kept.queries.js';
import { PlaceQueries } from './place.queries.js';
import { chapterCode, halfYear, placeCode, versionNumber } from './report-address.js';
import type { Chapter } from './report.rules.js';

const reportsQuery = apiListQuery.omit({ q: true });

/** The half-yearly reports to councils, as programs read them. */
@Controller('api/v1/council-reports')
@Allow('coordinator', 'contact', 'finance')
export class CouncilReportsApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PlaceQueries) private readonly places: PlaceQueries,
    @Inject(KeptQueries) private readonly kept: KeptQueries,
    @Inject(CouncilReportService) private readonly service: CouncilReportService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont de raadsrapportages, per halfjaar en gemeente',
    answer: listAnswer(reportItem),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: reportsQuery }) { page, pageSize }: z.output<typeof reportsQuery>,
  ) {
    const halfYears = listedHalfYears(localDateOf(this.clock.now()));
    const finals = await this.kept.finals(actor, halfYears);
    const places = await this.places.list(actor);
    const every = halfYears.flatMap((period) =>
      places.map(({ code, name, municipalityId }) => {
        const final = finals.find((row) => row.halfYear === period && row.municipalityId === municipalityId);
        return { halfYear: period, place: code, name, versions: final?.versions ?? 0 };
      }),
    );
    const items = every.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, items, { page, pageSize, total: every.length });
  }

  @Get(':halfYear/:place')
  @Operation({ summary: 'Toont een raadsrapportage zoals die nu is', answer: reportAnswer })
  async show(
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
  ) {
    const place = await this.places.get(actor, period, code);
    return reportOf(await this.service.draft(actor, period, place));
  }

  @Get(':halfYear/:place/texts/:chapter')
  @Allow('coordinator')
  @Operation({ summary: 'Toont de tekst bij een hoofdstuk', answer: textAnswer, versioned: true })
  async text(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('chapter', { schema: chapterCode }) chapter: Chapter,
  ) {
    const place = await this.places.get(actor, period, code);
    const found = await this.kept.text(actor, { ...place, halfYear: period }, chapter);
    sendVersion(reply, found.version);
    return found;
  }

  @Put(':halfYear/:place/texts/:chapter')
  @Allow('coordinator')
  @Operation({ summary: 'Schrijft de tekst bij een hoofdstuk', answer: textAnswer, versioned: true })
  async write(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('chapter', { schema: chapterCode }) chapter: Chapter,
    @Body({ schema: textInput }) { text }: z.output<typeof textInput>,
  ) {
    const place = await this.places.get(actor, period, code);
    await ifMatch(request, (version) =>
      this.service.write(actor, { ...place, halfYear: period }, chapter, { text: text ?? '', version }),
    );
    return this.text(reply, actor, period, code, chapter);
  }

  @Post(':halfYear/:place/versions')
  @Allow('coordinator')
  @Operation({
    summary: 'Stelt een raadsrapportage vast: de cijfers, de teksten en de PDF blijven bewaard',
    answer: finalAnswer,
    status: 201,
  })
  async makeFinal(
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
  ) {
    const place = await this.places.get(actor, period, code);
    return { version: await this.service.makeFinal(actor, period, place) };
  }

  @Get(':halfYear/:place/versions/:version')
  @Operation({ summary: 'Toont een raadsrapportage zoals die is vastgesteld', answer: keptAnswer })
  async showKept(
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('version', { schema: versionNumber }) version: number,
  ) {
    const place = await this.places.get(actor, period, code);
    const found = await this.kept.version(actor, { ...place, halfYear: period }, version);
    const { madeAt, madeByName, pdfSha256 } = found;
    return { ...reportOf(found.report), version, madeAt: madeAt.toISOString(), madeByName, pdfSha256 };
  }
}
