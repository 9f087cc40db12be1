import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readForm, type FieldIssue, type SentForm } from '../../platform/web/forms.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { validationMessages } from '../../platform/web/validation-messages.js';
import type { Actor } from '../../shared/actor.js';
import { TrainerQueries, type TrainerRow } from './trainer.queries.js';
import { TrainerService } from './trainer.service.js';
import {
  fieldOfRefusal,
  newTrainerForm,
  trainerForm,
  trainerFormPage,
  TRAINERS_PER_PAGE,
  trainersPage,
  trainersQuery,
  valuesOf,
  type TrainersQuery,
} from './trainers.pages.js';

const trainerId = z.uuid();

/** Who can give sessions, and which courses. */
@Controller('trainers')
@Allow('coordinator')
export class TrainersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(TrainerQueries) private readonly queries: TrainerQueries,
    @Inject(TrainerService) private readonly trainers: TrainerService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: trainersQuery }) query: TrainersQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: TRAINERS_PER_PAGE };
    return this.pages.send(request, reply, {
      view: 'trainers/list',
      title: t('trainers.title'),
      model: trainersPage(await this.queries.trainers(actor, query.q, slice), query, t),
    });
  }

  @Get('new')
  askNew(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, actor, null, { values: {}, issues: [] });
  }

  @Post()
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(newTrainerForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, null, { ...form, issues: validationMessages(form.issues, t) });
    try {
      const id = await this.trainers.add(actor, form.value);
      const params = { name: form.value.name };
      const done = { kind: 'ok', key: 'trainers.done.added', params } as const;
      return this.pages.redirect(reply, `/trainers/${id}/availability`, done);
    } catch (error) {
      const issues = this.issuesOf(request, error);
      return this.form(request, reply, actor, null, { values: form.value, issues });
    }
  }

  @Get(':id/edit')
  async askChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: trainerId }) id: string,
  ) {
    const row = await this.queries.trainer(actor, id);
    return this.form(request, reply, actor, row, { values: valuesOf(row), issues: [] });
  }

  @Post(':id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: trainerId }) id: string,
    @Body() body: unknown,
  ) {
    const row = await this.queries.trainer(actor, id);
    const t = this.pages.translate(request);
    const form = readForm(trainerForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, row, { ...form, issues: validationMessages(form.issues, t) });
    const { version, ...details } = form.value;
    try {
      await this.trainers.change(actor, id, version, details);
      const params = { name: details.name };
      return this.pages.redirect(reply, '/trainers', { kind: 'ok', key: 'trainers.done.changed', params });
    } catch (error) {
      const issues = this.issuesOf(request, error);
      return this.form(request, reply, actor, row, { values: form.value, issues });
    }
  }

  private issuesOf(request: WebRequest, error: unknown): FieldIssue[] {
    const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
    if (!(error instanceof DomainError) || path === null) throw error;
    const t = this.pages.translate(request);
    return [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    row: TrainerRow | null,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const providers = await this.queries.providers(actor);
    const offered = await this.queries.courses(actor);
    // What the trainer gives already stays a choice, also when it is no longer offered.
    const more = (row?.courses ?? []).filter(({ id }) => !offered.some((course) => course.id === id));
    return this.pages.send(request, reply, {
      view: 'courses/form',
      title: row ? t('trainers.form.changeTitle') : t('trainers.form.newTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: {
        form: trainerFormPage({ providers, courses: [...offered, ...more] }, sent, t),
        action: row ? `/trainers/${row.id}` : '/trainers',
        back: '/trainers',
      },
      above: [{ href: '/trainers', label: t('trainers.title') }],
    });
  }
}
