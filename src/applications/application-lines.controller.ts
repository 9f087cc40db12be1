import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { lineForm, type LineKind, lineKindQuery, linePage, lineValues } from './application-forms.pages.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationService } from './application.service.js';
import { aboveOne, httpStatusOf, onTop, pathOf, refused, versionIn } from './refused-application.js';

const id = z.uuid();

/** The lines of an application: adding, changing and removing them. */
@Controller('grant-applications/:id/lines')
@Allow('coordinator', 'finance')
export class ApplicationLinesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ApplicationService) private readonly service: ApplicationService,
  ) {}

  @Get('new')
  async askForLine(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Query({ schema: lineKindQuery }) { kind }: z.output<typeof lineKindQuery>,
  ) {
    return this.lineForm(request, reply, actor, { applicationId, kind, lineId: null }, null);
  }

  @Post()
  async addLine(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Query({ schema: lineKindQuery }) { kind }: z.output<typeof lineKindQuery>,
    @Body() body: unknown,
  ) {
    return this.putLine(request, reply, actor, { applicationId, kind, lineId: null }, body);
  }

  @Get(':lineId')
  async askToChangeLine(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Param('lineId', { schema: id }) lineId: string,
  ) {
    const kind = await this.kindOf(actor, applicationId, lineId);
    return this.lineForm(request, reply, actor, { applicationId, kind, lineId }, null);
  }

  @Post(':lineId')
  async changeLine(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Param('lineId', { schema: id }) lineId: string,
    @Body() body: unknown,
  ) {
    const kind = await this.kindOf(actor, applicationId, lineId);
    return this.putLine(request, reply, actor, { applicationId, kind, lineId }, body);
  }

  @Post(':lineId/removal')
  async removeLine(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Param('lineId', { schema: id }) lineId: string,
    @Body() body: unknown,
  ) {
    await this.kindOf(actor, applicationId, lineId);
    await this.service.removeLine(actor, applicationId, versionIn(body), lineId);
    return this.done(reply, applicationId);
  }

  private async kindOf(actor: Actor, applicationId: string, lineId: string): Promise<LineKind> {
    const { lines } = await this.queries.look(actor, applicationId);
    const line = lines.find((one) => one.id === lineId);
    if (!line) throw new DomainError('not-found');
    return line.course ? 'trainings' : 'amounts';
  }

  private async putLine(request: WebRequest, reply: WebReply, actor: Actor, at: LineAt, body: unknown) {
    const t = this.pages.translate(request);
    await this.queries.look(actor, at.applicationId);
    const form = readForm(lineForm(at.kind), body);
    const again = (sent: SentForm) => this.lineForm(request, reply, actor, at, sent);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.service.putLine(actor, at.applicationId, form.value.version, form.value.line, at.lineId);
    } catch (error) {
      return again(await onTop(this.queries, actor, at.applicationId, refused(error, body, t)));
    }
    return this.done(reply, at.applicationId);
  }

  private done(reply: WebReply, applicationId: string) {
    return this.pages.redirect(reply, pathOf(applicationId), { kind: 'ok', key: 'applications.saved' });
  }

  private async lineForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    { applicationId, kind, lineId }: LineAt,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const { application, lines } = await this.queries.look(actor, applicationId);
    const municipalities = await this.queries.municipalities(actor);
    const choices = {
      municipalities,
      courses: kind === 'trainings' ? await this.queries.courses(actor) : [],
    };
    const line = lines.find((one) => one.id === lineId) ?? null;
    const first = { values: lineValues(application, line, municipalities), issues: [] };
    return this.pages.send(request, reply, {
      view: 'applications/form',
      status: sent ? httpStatusOf(sent) : 200,
      title: t(`applications.line.${kind}`),
      model: linePage(application, { kind, lineId, choices }, sent ?? first, t),
      above: aboveOne(application, t),
    });
  }
}

/** Which line of which application is filled in; a new one without an id. */
interface LineAt {
  readonly applicationId: string;
  readonly kind: LineKind;
  readonly lineId: string | null;
}
