import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { AllowEveryone } from '../access/allow.decorator.js';
import { giveSignInCookie } from '../access/sign-in-cookie.js';
import { standingNotice } from '../enrolment/enrolment.pages.js';
import { EnrolmentQueries } from '../enrolment/enrolment.queries.js';
import { fieldOfRefusal } from '../people/professional-form.pages.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { systemActor } from '../shared/actor.js';
import { finishPage, guessedValues, knownForm, linkToken, newcomerForm } from './enrolment-link.pages.js';
import { OnlineEnrolment, type Invited } from './online-enrolment.service.js';

const PRESSES_PER_MINUTE = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** Where the link in the mail leads: the last step, with a form for who is not in the register yet. */
@Controller('enrolment-links/:token')
@AllowEveryone()
export class EnrolmentLinkController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OnlineEnrolment) private readonly enrolment: OnlineEnrolment,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
  ) {}

  /** Mail programs open links by themselves, so only a button enrols. */
  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: linkToken }) token: string,
  ) {
    return this.form(request, reply, token, await this.enrolment.show(token), null);
  }

  @Post()
  @RouteConfig(PRESSES_PER_MINUTE)
  async enrol(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: linkToken }) token: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const invited = await this.enrolment.show(token);
    const form = readForm(invited.person ? knownForm : newcomerForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, token, invited, { values: form.values, issues });
    }
    const { newcomer, wishes } = form.value;
    try {
      const { secret, sessionId, enrolmentId } = await this.enrolment.enrol(
        token,
        invited,
        newcomer && { ...newcomer, locale: request.locale },
        wishes,
      );
      giveSignInCookie(reply, this.config, secret);
      return this.pages.redirect(reply, `/sessions/${sessionId}`, await this.standing(enrolmentId));
    } catch (error) {
      const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
      if (!(error instanceof DomainError) || path === null) throw error;
      const issues = [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
      return this.form(request, reply, token, invited, { values: { ...newcomer, ...wishes }, issues });
    }
  }

  private async standing(enrolmentId: string) {
    // The request began without anyone signed in; what it tells is about the enrolment it just made.
    const { status, waitingPosition } = await this.queries.summary(systemActor, enrolmentId);
    return standingNotice(status, waitingPosition);
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    token: string,
    invited: Invited,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const choices = invited.person ? null : await this.enrolment.choices(invited);
    const first = { values: choices ? guessedValues(invited.email, choices) : {}, issues: [] };
    return this.pages.send(request, reply, {
      view: 'online-enrolment/finish',
      title: t('online-enrolment.finish.title', { course: invited.session.courseTitle }),
      status: sent ? 400 : 200,
      model: finishPage(invited, token, choices, sent ?? first, { locale: request.locale, t }),
    });
  }
}
