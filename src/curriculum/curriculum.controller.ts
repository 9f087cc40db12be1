import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { curriculumForm, curriculumFormPage, matrixPage, valuesOf } from './curriculum.pages.js';
import { CurriculumQueries } from './curriculum.queries.js';
import { CurriculumService } from './curriculum.service.js';

const municipalityId = z.uuid();

/** Which level each municipality asks of each function. */
@Controller('curriculum')
@Allow('coordinator', 'contact')
export class CurriculumController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CurriculumQueries) private readonly queries: CurriculumQueries,
    @Inject(CurriculumService) private readonly service: CurriculumService,
  ) {}

  @Get()
  async show(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    const { curricula, functions } = await this.queries.matrix(actor);
    return this.pages.send(request, reply, {
      view: 'curriculum/matrix',
      title: t('curriculum.title'),
      model: matrixPage(curricula, functions, request.locale, t),
      above: [{ href: '/coverage', label: t('coverage.title') }],
    });
  }

  @Post('advice')
  async takeAdvice(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const count = await this.service.takeAdvice(actor);
    const notice = { kind: 'ok', key: 'curriculum.advice.done', params: { count } } as const;
    return this.pages.redirect(reply, '/curriculum', notice);
  }

  @Get(':municipalityId')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: municipalityId }) id: string,
  ) {
    const { curriculum } = await this.queries.one(actor, id);
    return this.form(request, reply, actor, id, { values: valuesOf(curriculum), issues: [] }, 200);
  }

  @Post(':municipalityId')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: municipalityId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const { functions } = await this.queries.one(actor, id);
    const form = readForm(curriculumForm(functions), body);
    if (!form.ok)
      return this.form(
        request,
        reply,
        actor,
        id,
        { ...form, issues: validationMessages(form.issues, t) },
        400,
      );
    const { version, levels } = form.value;
    try {
      await this.service.change(actor, id, version, levels);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'changed-meanwhile') throw error;
      return this.changedMeanwhile(request, reply, actor, id, levels);
    }
    return this.pages.redirect(reply, '/curriculum', { kind: 'ok', key: 'curriculum.done' });
  }

  /** What was filled in again, on top of what someone else did: sending it once more is a choice. */
  private async changedMeanwhile(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    levels: Parameters<CurriculumService['change']>[3],
  ) {
    const t = this.pages.translate(request);
    const { curriculum } = await this.queries.one(actor, id);
    const requirements = levels.flatMap(({ functionId, level }) =>
      level === null ? [] : [{ functionId, level, source: null }],
    );
    const issues = [{ path: '', message: t('curriculum.form.changedMeanwhile') }];
    const values = valuesOf({ version: curriculum.version, requirements });
    return this.form(request, reply, actor, id, { values, issues }, 409);
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    sent: SentForm,
    status: number,
  ) {
    const t = this.pages.translate(request);
    const { curriculum, functions } = await this.queries.one(actor, id);
    return this.pages.send(request, reply, {
      view: 'curriculum/form',
      title: t('curriculum.form.title', { municipality: curriculum.municipality }),
      status,
      model: curriculumFormPage(curriculum, functions, sent, request.locale, t),
      above: [
        { href: '/coverage', label: t('coverage.title') },
        { href: '/curriculum', label: t('curriculum.title') },
      ],
    });
  }
}
