import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { reportAddress, textForm, textPage, textValues } from './council-report.pages.js';
import { CouncilReportService } from './council-report.service.js';
import type { HalfYear } from './half-year.rules.js';
import { KeptQueries } from './kept.queries.js';
import { PlaceQueries, type Place } from './place.queries.js';
import { chapterCode, halfYear, placeCode } from './report-address.js';
import { reportTitle } from './report.pages.js';
import type { Chapter } from './report.rules.js';

interface Asked {
  readonly period: HalfYear;
  readonly place: Place;
  readonly chapter: Chapter;
}

/** What the coordinator writes in a chapter of a report. */
@Controller('council-reports/:halfYear/:place/texts')
@Allow('coordinator')
export class TextController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlaceQueries) private readonly places: PlaceQueries,
    @Inject(KeptQueries) private readonly kept: KeptQueries,
    @Inject(CouncilReportService) private readonly service: CouncilReportService,
  ) {}

  @Get(':chapter')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('chapter', { schema: chapterCode }) chapter: Chapter,
  ) {
    const place = await this.places.get(actor, period, code);
    const text = await this.kept.text(actor, { ...place, halfYear: period }, chapter);
    return this.form(
      request,
      reply,
      { period, place, chapter },
      { values: textValues(text), issues: [] },
      200,
    );
  }

  @Post(':chapter')
  async write(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('halfYear', { schema: halfYear }) period: HalfYear,
    @Param('place', { schema: placeCode }) code: string,
    @Param('chapter', { schema: chapterCode }) chapter: Chapter,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const place = await this.places.get(actor, period, code);
    const asked = { period, place, chapter };
    const form = readForm(textForm, body);
    if (!form.ok)
      return this.form(request, reply, asked, { ...form, issues: validationMessages(form.issues, t) }, 400);
    try {
      await this.service.write(actor, { ...place, halfYear: period }, chapter, form.value);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'changed-meanwhile') throw error;
      // What was written again, on top of what someone else wrote: sending it once more is a choice.
      const stands = await this.kept.text(actor, { ...place, halfYear: period }, chapter);
      const message = t('council-report.text.changedMeanwhile', { text: stands.text });
      const values = textValues({ ...stands, text: form.value.text });
      return this.form(request, reply, asked, { values, issues: [{ path: '', message }] }, 409);
    }
    return this.pages.redirect(reply, reportAddress(period, place), {
      kind: 'ok',
      key: 'council-report.text.done',
    });
  }

  private form(request: WebRequest, reply: WebReply, asked: Asked, sent: SentForm, status: number) {
    const t = this.pages.translate(request);
    const { period, place, chapter } = asked;
    const back = reportAddress(period, place);
    return this.pages.send(request, reply, {
      view: 'council-report/text',
      title: t('council-report.text.title', { chapter: t(`council-report.chapter.${chapter}`) }),
      status,
      model: textPage({ action: `${back}/texts/${chapter}`, back }, sent, { t, locale: request.locale }),
      above: [
        { href: '/council-reports', label: t('council-report.nav') },
        { href: back, label: reportTitle({ halfYear: period, place: place.name }, { t }) },
      ],
    });
  }
}
