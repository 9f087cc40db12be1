import { Body, Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../platform/config/config.js';
import { LANGUAGE_COOKIE } from '../platform/web/http.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { locales } from '../shared/locale.js';
import { AllowEveryone } from './allow.decorator.js';
import { signInCookie, signInCookieOptions } from './sign-in-cookie.js';
import { SignInService } from './sign-in.service.js';
import { safeNext } from './tokens.rules.js';

const languageForm = z.object({ language: z.enum(locales), returnTo: z.string().optional() });
/** Whether the page is to be asked for with what was sent along, which the browser then sends again. */
const languageQuery = z.object({ resend: z.literal('yes').optional().catch(undefined) });
const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** What every page offers at its edges: signing out, and the other language. */
@Controller()
@AllowEveryone()
export class PageEdgesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SignInService) private readonly signIns: SignInService,
  ) {}

  @Post('sign-out')
  async signOut(@Req() request: WebRequest, @Res() reply: WebReply) {
    const token = request.cookies[signInCookie(this.config)];
    if (token) await this.signIns.signOut(token);
    reply.clearCookie(signInCookie(this.config), signInCookieOptions(this.config));
    return this.pages.redirect(reply, '/sign-in', { kind: 'ok', key: 'access.signedOut' });
  }

  @Post('language')
  chooseLanguage(
    @Res() reply: WebReply,
    @Body({ schema: languageForm }) form: z.infer<typeof languageForm>,
    @Query({ schema: languageQuery }) { resend }: z.infer<typeof languageQuery>,
  ) {
    reply.setCookie(LANGUAGE_COOKIE, form.language, {
      ...signInCookieOptions(this.config),
      maxAge: YEAR_IN_SECONDS,
    });
    const next = safeNext(form.returnTo);
    return resend ? reply.redirect(next, 307) : this.pages.redirect(reply, next);
  }
}
