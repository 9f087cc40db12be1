import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { standingNotice } from './enrolment.pages.js';
import { EnrolmentService } from './enrolment.service.js';
import { RosterQueries } from './roster.queries.js';
import { enrolPage, wishesForm } from './wishes.pages.js';
import { hasWishes } from './wishes.rules.js';
import { EnrolmentWishes } from './wishes.service.js';

const id = z.uuid();

/** Someone who is signed in enrols: with one press, or with the wishes that the session asks for. */
@Controller('sessions/:id/enrolment')
@Allow('professional')
export class EnrolController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentWishes) private readonly wishes: EnrolmentWishes,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    return this.form(request, reply, actor, sessionId, { values: {}, issues: [] });
  }

  @Post()
  async enrol(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body() body: unknown = {},
  ) {
    const form = readForm(wishesForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, actor, sessionId, { ...form, issues });
    }
    const seated = await this.enrolments.enrol(actor, sessionId, actor.professionalId!);
    if (hasWishes(form.value)) await this.wishes.write(actor, seated.enrolmentId, form.value);
    const notice = standingNotice(seated.status, seated.waitingPosition);
    return this.pages.redirect(reply, `/sessions/${sessionId}`, notice);
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sessionId: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const session = await this.roster.session(actor, sessionId);
    return this.pages.send(request, reply, {
      view: 'enrolment/enrol',
      title: t('enrolment.wishes.enrolTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: enrolPage(session, sent, request.locale, t),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}`, label: session.courseTitle },
      ],
    });
  }
}
