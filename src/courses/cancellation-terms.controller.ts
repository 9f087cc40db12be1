import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { termsForm, termsPage, valuesOfSteps } from './cancellation-terms.pages.js';
import { CancellationTermsQueries } from './cancellation-terms.queries.js';
import { CancellationTermsService } from './cancellation-terms.service.js';
import { ProviderQueries } from './provider.queries.js';

/** What a provider asks for a session that is called off late. */
@Controller('providers/:id/cancellation-terms')
@Allow('coordinator')
export class CancellationTermsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ProviderQueries) private readonly providers: ProviderQueries,
    @Inject(CancellationTermsQueries) private readonly queries: CancellationTermsQueries,
    @Inject(CancellationTermsService) private readonly terms: CancellationTermsService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const values = valuesOfSteps(await this.queries.steps(actor, id));
    return this.form(request, reply, actor, id, { values, issues: [] });
  }

  @Post()
  async set(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(termsForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.terms.set(actor, id, form.value);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const issues = [{ path: 'steps', message: t(`problem.${error.code}.advice`, error.params) }];
      return this.form(request, reply, actor, id, { values: valuesOfSteps(form.value), issues });
    }
    return this.pages.redirect(reply, '/providers', { kind: 'ok', key: 'providers.terms.done' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const provider = await this.providers.provider(actor, id);
    return this.pages.send(request, reply, {
      view: 'courses/cancellation-terms',
      status: sent.issues.length === 0 ? 200 : 400,
      title: t('providers.terms.title'),
      model: termsPage(provider, sent, t),
      above: [
        { href: '/courses', label: t('courses.title') },
        { href: '/providers', label: t('providers.title') },
      ],
    });
  }
}
