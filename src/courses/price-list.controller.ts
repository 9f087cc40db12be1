import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages, type Page } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CourseQueries, type CourseRow } from './course.queries.js';
import { priceForm, pricesPage, priceWithdrawalPage } from './price-list.pages.js';
import { PriceListQueries } from './price-list.queries.js';
import { PriceListService } from './price-list.service.js';

const courseId = z.uuid();
const priceId = z.uuid();

/** What a session of a course costs, from when until when. */
@Controller('courses/:id/prices')
@Allow('coordinator')
export class PriceListController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CourseQueries) private readonly courses: CourseQueries,
    @Inject(PriceListQueries) private readonly queries: PriceListQueries,
    @Inject(PriceListService) private readonly prices: PriceListService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    return this.page(request, reply, actor, id, { values: {}, issues: [] });
  }

  @Post()
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(priceForm, body);
    if (!form.ok)
      return this.page(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.prices.add(actor, id, form.value);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const issues = [{ path: 'validFrom', message: t(`problem.${error.code}.advice`, error.params) }];
      return this.page(request, reply, actor, id, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, `/courses/${id}/prices`, { kind: 'ok', key: 'courses.prices.added' });
  }

  @Get(':priceId/withdrawal')
  async askWithdraw(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('priceId', { schema: priceId }) ofPrice: string,
  ) {
    const t = this.pages.translate(request);
    const course = await this.courses.course(actor, id);
    const price = await this.queries.price(actor, id, ofPrice);
    const sessions = await this.queries.sessionsAt(actor, id, price);
    return this.pages.send(request, reply, {
      view: 'courses/price-withdrawal',
      title: t('courses.prices.withdrawal.title'),
      model: priceWithdrawalPage({ course, price, sessions }, request.locale, t),
      above: [
        ...this.above(request, course),
        { href: `/courses/${id}/prices`, label: t('courses.prices.title') },
      ],
    });
  }

  @Post(':priceId/withdrawal')
  async withdraw(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('priceId', { schema: priceId }) ofPrice: string,
  ) {
    await this.prices.withdraw(actor, id, ofPrice);
    return this.pages.redirect(reply, `/courses/${id}/prices`, {
      kind: 'ok',
      key: 'courses.prices.withdrawn',
    });
  }

  private async page(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const course = await this.courses.course(actor, id);
    const prices = await this.queries.ofCourse(actor, id);
    const today = localDateOf(this.clock.now());
    const reader = { role: actor.role, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'courses/prices',
      title: t('courses.prices.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: pricesPage({ course, prices, today }, sent, reader, t),
      above: this.above(request, course),
    });
  }

  private above(request: WebRequest, course: CourseRow): NonNullable<Page['above']> {
    return [
      { href: '/courses', label: this.pages.translate(request)('courses.title') },
      { href: `/courses/${course.id}`, label: course.title },
    ];
  }
}
