import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { AccountService } from '../access/account.service.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AccountListQueries } from './account-list.queries.js';
import {
  accountForm,
  accountsPage,
  accountsQuery,
  ACCOUNTS_PER_PAGE,
  newAccountForm,
} from './accounts.pages.js';

const accountId = z.uuid();

/** Who can sign in. */
@Controller('accounts')
@Allow('administrator')
export class AccountsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(AccountListQueries) private readonly queries: AccountListQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: accountsQuery }) query: z.output<typeof accountsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, query, { page: query.page, pageSize: ACCOUNTS_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'administration/accounts',
      title: t('administration.accounts.title'),
      model: accountsPage(found, query, actor.accountId, t),
    });
  }

  @Get('new')
  showForm(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, actor, { values: {}, issues: [] });
  }

  @Post()
  async openAccount(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(accountForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.accounts.openByHand(actor, form.value);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'address-has-account') throw error;
      const issues = [{ path: 'email', message: t('problem.address-has-account.advice') }];
      return this.form(request, reply, actor, { values: form.value, issues });
    }
    const params = { name: form.value.name };
    return this.pages.redirect(reply, '/accounts', {
      kind: 'ok',
      key: 'administration.accounts.opened',
      params,
    });
  }

  /** Says what closing does before it is done. */
  @Get(':id/closure')
  async askClosure(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: accountId }) id: string,
  ) {
    const account = await this.queries.one(actor, id);
    if (!account || account.closed_at !== null) throw new DomainError('not-found');
    const t = this.pages.translate(request);
    const params = { name: account.name, email: account.email };
    return this.pages.send(request, reply, {
      view: 'administration/confirmation',
      title: t('administration.accounts.closeTitle'),
      model: {
        text: t('administration.accounts.closeText', params),
        action: `/accounts/${id}/closure`,
        button: t('administration.accounts.close'),
        backHref: '/accounts',
      },
      above: [{ href: '/accounts', label: t('administration.accounts.title') }],
    });
  }

  @Post(':id/closure')
  async closeAccount(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: accountId }) id: string,
  ) {
    await this.accounts.closeAccount(actor, id);
    return this.pages.redirect(reply, '/accounts', { kind: 'ok', key: 'administration.accounts.closedDone' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'administration/new-account',
      title: t('administration.accounts.newTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: { form: newAccountForm(await this.queries.municipalities(actor), sent, t) },
      above: [{ href: '/accounts', label: t('administration.accounts.title') }],
    });
  }
}
