import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { ProviderQueries, type ProviderRow } from './provider.queries.js';
import { ProviderService } from './provider.service.js';
import {
  newProviderForm,
  providerForm,
  providerFormPage,
  PROVIDERS_PER_PAGE,
  providersPage,
  providersQuery,
  type ProvidersQuery,
} from './providers.pages.js';

const providerId = z.uuid();

@Controller('providers')
@Allow('coordinator')
export class ProvidersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ProviderQueries) private readonly queries: ProviderQueries,
    @Inject(ProviderService) private readonly providers: ProviderService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: providersQuery }) query: ProvidersQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: PROVIDERS_PER_PAGE };
    return this.pages.send(request, reply, {
      view: 'courses/providers',
      title: t('providers.title'),
      model: providersPage(await this.queries.providers(actor, query.q, slice), query, t),
      above: [{ href: '/courses', label: t('courses.title') }],
    });
  }

  @Get('new')
  askNew(@Req() request: WebRequest, @Res() reply: WebReply) {
    return this.form(request, reply, null, { values: {}, issues: [] });
  }

  @Post()
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(newProviderForm, body);
    if (!form.ok)
      return this.form(request, reply, null, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.providers.add(actor, form.value);
      const params = { name: form.value.name };
      return this.pages.redirect(reply, '/providers', { kind: 'ok', key: 'providers.done.added', params });
    } catch (error) {
      return this.form(request, reply, null, { values: form.value, issues: this.issuesOf(request, error) });
    }
  }

  @Get(':id/edit')
  async askChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: providerId }) id: string,
  ) {
    const row = await this.queries.provider(actor, id);
    return this.form(request, reply, row, { values: { ...row }, issues: [] });
  }

  @Post(':id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: providerId }) id: string,
    @Body() body: unknown,
  ) {
    const row = await this.queries.provider(actor, id);
    const t = this.pages.translate(request);
    const form = readForm(providerForm, body);
    if (!form.ok)
      return this.form(request, reply, row, { ...form, issues: validationMessages(form.issues, t) });
    const { version, ...details } = form.value;
    try {
      await this.providers.change(actor, id, version, details);
      const params = { name: details.name };
      return this.pages.redirect(reply, '/providers', { kind: 'ok', key: 'providers.done.changed', params });
    } catch (error) {
      return this.form(request, reply, row, { values: form.value, issues: this.issuesOf(request, error) });
    }
  }

  private issuesOf(request: WebRequest, error: unknown): FieldIssue[] {
    if (!(error instanceof DomainError) || error.code !== 'provider-name-in-use') throw error;
    const t = this.pages.translate(request);
    return [{ path: 'name', message: t('problem.provider-name-in-use.advice', error.params) }];
  }

  private form(
    request: WebRequest,
    reply: WebReply,
    row: ProviderRow | null,
    sent: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  ) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'courses/form',
      title: row ? t('providers.form.changeTitle') : t('providers.form.newTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: {
        form: providerFormPage(sent, t),
        action: row ? `/providers/${row.id}` : '/providers',
        back: '/providers',
      },
      above: [
        { href: '/courses', label: t('courses.title') },
        { href: '/providers', label: t('providers.title') },
      ],
    });
  }
}
