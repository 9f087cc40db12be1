import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import { RecognitionQueries } from './recognition.queries.js';
import { RosterQueries } from './roster.queries.js';
import { RecognitionService } from './recognition.service.js';
import {
  exceptionForm,
  exceptionPage,
  RECOGNITIONS_PER_PAGE,
  recognitionsPage,
  recognitionsQuery,
} from './recognitions.pages.js';

const id = z.uuid();
const exceptionQuery = z.object({ professional: id.optional(), giveSeat: z.literal('yes').optional() });

/** Who comes in without a certificate of the level that a course asks for. */
@Controller()
@Allow('coordinator')
export class RecognitionsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly summaries: EnrolmentQueries,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(RecognitionService) private readonly recognitions: RecognitionService,
    @Inject(RecognitionQueries) private readonly queries: RecognitionQueries,
  ) {}

  @Get('recognitions')
  @Allow('coordinator', 'contact')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: recognitionsQuery }) query: z.output<typeof recognitionsQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: RECOGNITIONS_PER_PAGE };
    const found = await this.queries.list(actor, query.q, slice);
    return this.pages.send(request, reply, {
      view: 'enrolment/recognitions',
      title: t('enrolment.recognitions.title'),
      model: recognitionsPage(found, query, { role: actor.role, locale: request.locale }, t),
    });
  }

  @Post('recognitions/:id/withdrawal')
  async withdraw(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) recognitionId: string,
  ) {
    await this.recognitions.withdraw(actor, recognitionId);
    return this.pages.redirect(reply, '/recognitions', {
      ...{ kind: 'ok', key: 'enrolment.recognitions.withdrawn' },
    });
  }

  @Get('sessions/:id/exceptions')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: exceptionQuery }) query: z.output<typeof exceptionQuery>,
  ) {
    const { professional } = query;
    const { sessionId: known } = await this.roster.session(actor, sessionId);
    if (!professional) return this.pages.redirect(reply, `/sessions/${known}/participants/new`);
    const values = { professionalId: professional, giveSeat: query.giveSeat ? 'on' : '' };
    return this.form(request, reply, actor, sessionId, professional, { values, issues: [] });
  }

  @Post('sessions/:id/exceptions')
  async admit(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(exceptionForm, body);
    if (!form.ok) {
      const { data: professionalId } = id.safeParse(form.values['professionalId']);
      if (!professionalId) throw new DomainError('not-found');
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, actor, sessionId, professionalId, { values: form.values, issues });
    }
    const { professionalId, way, reason, validUntil, giveSeat } = form.value;
    const { entryLevel: level } = await this.queries.exception(actor, sessionId, professionalId);
    const recognised =
      way === 'recognise' && level
        ? await this.recognitions.recognise(actor, { professionalId, level, basis: reason, validUntil })
        : null;
    const enrol = giveSeat ? 'giveSeat' : 'enrol';
    const { enrolmentId } = await this.enrolments[enrol](
      ...([actor, sessionId, professionalId, recognised ? null : reason] as const),
    ).catch(async (error: unknown) => {
      // What is refused leaves nothing behind.
      if (recognised) await this.recognitions.withdraw(actor, recognised);
      throw error;
    });
    const { professionalName: name, status } = await this.summaries.summary(actor, enrolmentId);
    return this.pages.redirect(reply, `/sessions/${sessionId}/participants?status=${status}`, {
      ...{ kind: 'ok', key: 'enrolment.exception.done', params: { name } },
    });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sessionId: string,
    professionalId: string,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const exception = await this.queries.exception(actor, sessionId, professionalId);
    const { name, entryLevel } = exception;
    if (!entryLevel && sent.issues.length > 0) throw new DomainError('invalid-input');
    if (!entryLevel) return this.pages.redirect(reply, `/sessions/${sessionId}/participants/new`);
    return this.pages.send(request, reply, {
      view: 'enrolment/exception',
      title: t('enrolment.exception.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}/participants`, label: t('enrolment.roster.title') },
      ],
      model: exceptionPage(name, entryLevel, sessionId, sent, t),
    });
  }
}
