import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { remarkForm, remarkPage } from './remark.pages.js';
import { Remarks } from './remark.service.js';

const id = z.uuid();

/** What a trainer or coordinator notes about one participant. */
@Controller('enrolments/:id/remark')
@Allow('coordinator', 'trainer')
export class RemarkController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Remarks) private readonly remarks: Remarks,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  @Get()
  ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    return this.form(request, reply, actor, enrolmentId, null);
  }

  @Post()
  async write(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(remarkForm, body ?? {});
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, actor, enrolmentId, { values: form.values, issues });
    }
    const { sessionId } = await this.queries.noted(actor, enrolmentId);
    await this.remarks.write(actor, enrolmentId, form.value.text);
    return this.pages.redirect(reply, `/sessions/${sessionId}/attendance`, {
      kind: 'ok',
      key: form.value.text === null ? 'attendance.remark.gone' : 'attendance.remark.saved',
    });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    enrolmentId: string,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const person = await this.queries.noted(actor, enrolmentId);
    return this.pages.send(request, reply, {
      view: 'attendance/remark',
      title: t('attendance.remark.title'),
      status: sent ? 400 : 200,
      model: remarkPage(person, t, sent),
      above: [{ href: `/sessions/${person.sessionId}/attendance`, label: t('attendance.title') }],
    });
  }
}
