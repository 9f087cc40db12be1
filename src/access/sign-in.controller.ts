import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { emailAddress } from '../platform/web/fields.js';
import { buildForm, readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { AllowEveryone } from './allow.decorator.js';
import { giveSignInCookie } from './sign-in-cookie.js';
import { SignInService } from './sign-in.service.js';
import { safeNext } from './tokens.rules.js';

const signInForm = z.object({ email: emailAddress, next: z.string().optional() });
const nextQuery = z.object({ next: z.string().optional() });
const token = z.string();
const WHOLE_TOKEN = /^[\w-]{43}$/;
/** Enough for a whole office behind one address, too few to flood a mailbox. */
const LINKS_PER_MINUTE = { rateLimit: { max: 30, timeWindow: '1 minute' } };

@Controller('sign-in')
@AllowEveryone()
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SignInService) private readonly signIns: SignInService,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Query({ schema: nextQuery }) query: z.infer<typeof nextQuery>,
  ) {
    return this.form(request, reply, { next: safeNext(query.next) });
  }

  @Post()
  @RouteConfig(LINKS_PER_MINUTE)
  async requestLink(@Req() request: WebRequest, @Res() reply: WebReply, @Body() body: unknown) {
    const form = readForm(signInForm, body);
    if (!form.ok) return this.form(request, reply, form.values, form.issues);
    await this.signIns.requestLink(form.value.email, safeNext(form.value.next));
    return this.pages.redirect(reply, '/sign-in/sent');
  }

  @Get('sent')
  sent(@Req() request: WebRequest, @Res() reply: WebReply) {
    const title = this.pages.translate(request)('access.signIn.sentTitle');
    return this.pages.send(request, reply, {
      view: 'access/link-sent',
      title,
      model: { mailboxHref: this.config.localMode ? '/local/mailbox' : null },
    });
  }

  /** Only shows a button: mail scanners open links, and must not use them up. */
  @Get('links/:token')
  showLink(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: token }) linkToken: string,
    @Query({ schema: nextQuery }) query: z.infer<typeof nextQuery>,
  ) {
    // Some mail programs break a link off.
    if (!WHOLE_TOKEN.test(linkToken)) throw new DomainError('link-not-valid');
    const title = this.pages.translate(request)('access.useLink.title');
    return this.pages.send(request, reply, {
      view: 'access/use-link',
      title,
      model: { token: linkToken, next: safeNext(query.next) },
    });
  }

  @Post('links/:token')
  async useLink(
    @Res() reply: WebReply,
    @Param('token', { schema: token }) linkToken: string,
    @Body({ schema: nextQuery }) body: z.infer<typeof nextQuery>,
  ) {
    const secret = await this.signIns.signIn(linkToken);
    giveSignInCookie(reply, this.config, secret);
    return this.pages.redirect(reply, safeNext(body.next));
  }

  private form(
    request: WebRequest,
    reply: WebReply,
    values: Record<string, unknown>,
    issues: readonly z.core.$ZodIssue[] = [],
  ) {
    const t = this.pages.translate(request);
    const fields = [
      { name: 'email', kind: 'email', label: 'access.signIn.email', required: true, autocomplete: 'email' },
      { name: 'next', kind: 'hidden', label: 'access.signIn.email' },
    ] as const;
    return this.pages.send(request, reply, {
      view: 'access/sign-in',
      title: t('access.signIn.title'),
      status: issues.length === 0 ? 200 : 400,
      model: { form: buildForm(fields, values, validationMessages(issues, t), t) },
    });
  }
}
