import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { accountingYear } from './accountability.controller.js';
import { closurePage, finalForm, reopeningForm, reopeningPage } from './closing.pages.js';
import { ClosingService } from './closing.service.js';
import { StatementQueries } from './statement.queries.js';
import { YearQueries } from './year.queries.js';

/** Closing a year, opening it again by two people, and saying which statement is a grant's last. */
@Controller('accountability/:year')
@Allow('finance')
export class ClosingController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(YearQueries) private readonly years: YearQueries,
    @Inject(ClosingService) private readonly closing: ClosingService,
  ) {}

  @Get('closure')
  async showClosure(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
  ) {
    const t = this.pages.translate(request);
    const statement = await this.statements.look(actor, year);
    const found = {
      years: await this.years.list(actor),
      open: await this.years.open(actor, year),
      today: localDateOf(this.clock.now()),
    };
    return this.pages.send(request, reply, {
      view: 'accountability/closure',
      title: t('accountability.close', { year }),
      model: closurePage(statement, found, { t, locale: request.locale }),
      above: this.above(request, year),
    });
  }

  @Post('closure')
  async close(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
  ) {
    await this.closing.close(actor, year);
    const notice = { kind: 'ok', key: 'accountability.closing.done', params: { year } } as const;
    return this.pages.redirect(reply, `/accountability/${year}`, notice);
  }

  @Get('reopening')
  async showReopening(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
  ) {
    await this.statements.look(actor, year);
    return this.reopeningForm(request, reply, actor, year);
  }

  @Post('reopening')
  async askReopening(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Body() body: unknown,
  ) {
    await this.statements.look(actor, year);
    if (await this.years.waiting(actor, year)) throw new DomainError('reopening-already-asked');
    const form = readForm(reopeningForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.reopeningForm(request, reply, actor, year, { ...form, issues });
    }
    await this.closing.askReopening(actor, year, form.value.reason);
    const notice = { kind: 'ok', key: 'accountability.reopening.asked' } as const;
    return this.pages.redirect(reply, `/accountability/${year}`, notice);
  }

  @Post('reopening/confirmation')
  async confirmReopening(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
  ) {
    await this.statements.look(actor, year);
    await this.closing.confirmReopening(actor, year);
    const notice = { kind: 'ok', key: 'accountability.reopening.done', params: { year } } as const;
    return this.pages.redirect(reply, `/accountability/${year}`, notice);
  }

  @Post('grants/:id/final')
  async chooseFinal(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('id', { schema: z.uuid() }) grantId: string,
    @Body({ schema: finalForm }) { isFinal }: z.infer<typeof finalForm>,
  ) {
    await this.closing.chooseFinal(actor, { year, grantId }, isFinal);
    const notice = { kind: 'ok', key: 'accountability.chosen' } as const;
    return this.pages.redirect(reply, `/accountability/${year}`, notice);
  }

  private async reopeningForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    year: number,
    sent?: SentForm,
  ) {
    const t = this.pages.translate(request);
    const waiting = await this.years.waiting(actor, year);
    const shown = sent ?? { values: {}, issues: [] };
    return this.pages.send(request, reply, {
      view: 'accountability/reopening',
      status: sent ? 400 : 200,
      title: t('accountability.reopen', { year }),
      model: reopeningPage({ year, waiting, accountId: actor.accountId }, shown, {
        t,
        locale: request.locale,
      }),
      above: this.above(request, year),
    });
  }

  private above(request: WebRequest, year: number) {
    const t = this.pages.translate(request);
    return [
      { href: '/accountability', label: t('accountability.nav') },
      { href: `/accountability/${year}`, label: t('accountability.title', { year }) },
    ];
  }
}
