import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { ReminderRuleQueries } from './reminder-rule.queries.js';
import { ReminderRuleService } from './reminder-rule.service.js';
import {
  newRuleForm,
  ruleForm,
  ruleFormPage,
  ruleInWords,
  RULES_PER_PAGE,
  rulesPage,
  rulesQuery,
} from './reminder-rules.pages.js';
import type { RegionRule } from './reminder.rules.js';

const ruleId = z.uuid();
/** How the form of a new rule is filled in. */
const NEW_RULE = { dayKind: 'working', localTime: '09:00', isOn: true };

@Controller('reminder-rules')
@Allow('coordinator')
export class ReminderRulesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReminderRuleQueries) private readonly queries: ReminderRuleQueries,
    @Inject(ReminderRuleService) private readonly rules: ReminderRuleService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: rulesQuery }) query: z.output<typeof rulesQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: RULES_PER_PAGE };
    return this.pages.send(request, reply, {
      view: 'reminders/rules',
      title: t('reminders.rules.title'),
      model: rulesPage(await this.rules.rules(actor, slice), query.page, t),
    });
  }

  @Get('new')
  askNew(@Req() request: WebRequest, @Res() reply: WebReply) {
    return this.form(request, reply, null, { values: NEW_RULE, issues: [] });
  }

  @Post()
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(newRuleForm, body);
    if (!form.ok)
      return this.form(request, reply, null, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.rules.add(actor, form.value);
      const params = { rule: ruleInWords(form.value, t) };
      return this.pages.redirect(reply, '/reminder-rules', {
        kind: 'ok',
        key: 'reminders.done.added',
        params,
      });
    } catch (error) {
      return this.form(request, reply, null, { values: form.value, issues: this.issuesOf(request, error) });
    }
  }

  @Get(':id/edit')
  async askChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ruleId }) id: string,
  ) {
    const row = await this.queries.rule(actor, id);
    return this.form(request, reply, row, { values: { ...row }, issues: [] });
  }

  @Post(':id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ruleId }) id: string,
    @Body() body: unknown,
  ) {
    const row = await this.queries.rule(actor, id);
    const t = this.pages.translate(request);
    const form = readForm(ruleForm, body);
    if (!form.ok)
      return this.form(request, reply, row, { ...form, issues: validationMessages(form.issues, t) });
    const { version, ...details } = form.value;
    try {
      await this.rules.change(actor, id, version, details);
      const params = { rule: ruleInWords(details, t) };
      return this.pages.redirect(reply, '/reminder-rules', {
        kind: 'ok',
        key: 'reminders.done.changed',
        params,
      });
    } catch (error) {
      return this.form(request, reply, row, { values: form.value, issues: this.issuesOf(request, error) });
    }
  }

  private issuesOf(request: WebRequest, error: unknown): FieldIssue[] {
    if (!(error instanceof DomainError) || error.code !== 'reminder-rule-exists') throw error;
    const t = this.pages.translate(request);
    return [{ path: 'daysBefore', message: t('problem.reminder-rule-exists.advice') }];
  }

  private form(request: WebRequest, reply: WebReply, row: RegionRule | null, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'courses/form',
      title: t(row ? 'reminders.form.changeTitle' : 'reminders.form.newTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: {
        form: ruleFormPage(sent, t),
        action: row ? `/reminder-rules/${row.id}` : '/reminder-rules',
        back: '/reminder-rules',
      },
      above: [{ href: '/reminder-rules', label: t('reminders.rules.title') }],
    });
  }
}
