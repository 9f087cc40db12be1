import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { ApiKeyService } from '../access/api-key.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AccountListQueries } from './account-list.queries.js';
import { ApiKeyQueries } from './api-key.queries.js';
import { apiKeyForm, apiKeysPage, apiKeysQuery, KEYS_PER_PAGE, newKeyForm } from './api-keys.pages.js';

const keyId = z.uuid();

/** The keys with which other systems use the API. */
@Controller('api-keys')
@Allow('administrator')
export class ApiKeysController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ApiKeyService) private readonly keys: ApiKeyService,
    @Inject(ApiKeyQueries) private readonly queries: ApiKeyQueries,
    @Inject(AccountListQueries) private readonly accounts: AccountListQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiKeysQuery }) query: z.output<typeof apiKeysQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, query.q, { page: query.page, pageSize: KEYS_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'administration/api-keys',
      title: t('administration.keys.title'),
      model: apiKeysPage(found, query, this.clock.now(), t),
    });
  }

  @Get('new')
  showForm(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, actor, { values: {}, issues: [] });
  }

  /** Answers with the key itself and does not redirect: this page is the only place where it is ever seen. */
  @Post()
  async makeKey(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(apiKeyForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, { ...form, issues: validationMessages(form.issues, t) });
    const key = await this.keys.makeKey(actor, form.value);
    return this.pages.send(request, reply, {
      view: 'administration/api-key-made',
      title: t('administration.keys.madeTitle'),
      status: 201,
      model: { name: form.value.name, key },
      above: [{ href: '/api-keys', label: t('administration.keys.title') }],
    });
  }

  /** Says what revoking does before it is done. */
  @Get(':id/revocation')
  async askRevocation(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: keyId }) id: string,
  ) {
    const key = await this.queries.one(actor, id);
    if (!key || key.revoked_at !== null) throw new DomainError('not-found');
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'administration/confirmation',
      title: t('administration.keys.revokeTitle'),
      model: {
        text: t('administration.keys.revokeText', { name: key.name, account: key.account_name }),
        action: `/api-keys/${id}/revocation`,
        button: t('administration.keys.revoke'),
        backHref: '/api-keys',
      },
      above: [{ href: '/api-keys', label: t('administration.keys.title') }],
    });
  }

  @Post(':id/revocation')
  async revokeKey(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: keyId }) id: string,
  ) {
    await this.keys.revokeKey(actor, id);
    return this.pages.redirect(reply, '/api-keys', { kind: 'ok', key: 'administration.keys.revoked' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'administration/new-api-key',
      title: t('administration.keys.newTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: { form: newKeyForm(await this.accounts.forKeys(actor), sent, t) },
      above: [{ href: '/api-keys', label: t('administration.keys.title') }],
    });
  }
}
