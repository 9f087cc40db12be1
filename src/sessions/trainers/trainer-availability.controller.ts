import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../../platform/web/forms.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { validationMessages } from '../../platform/web/validation-messages.js';
import type { Actor } from '../../shared/actor.js';
import {
  ABSENCES_PER_PAGE,
  absenceForm,
  availabilityPage,
  availabilityQuery,
  hoursForm,
} from './trainer-availability.pages.js';
import { TrainerAvailability } from './trainer-availability.service.js';
import { TrainerQueries } from './trainer.queries.js';

const id = z.uuid();

/** When a trainer can be planned: kept by the coordinators, and by the trainer. */
@Controller()
@Allow('coordinator', 'trainer')
export class TrainerAvailabilityController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(TrainerAvailability) private readonly availability: TrainerAvailability,
    @Inject(TrainerQueries) private readonly queries: TrainerQueries,
  ) {}

  /** Brings a trainer to the own page. */
  @Get('availability')
  @Allow('trainer')
  own(@Res() reply: WebReply, @CurrentActor() { trainerId }: Actor) {
    return this.pages.redirect(reply, `/trainers/${trainerId}/availability`);
  }

  @Get('trainers/:id/availability')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Query({ schema: availabilityQuery }) { page }: z.infer<typeof availabilityQuery>,
  ) {
    return this.page(request, reply, actor, { trainerId, page });
  }

  @Post('trainers/:id/hours')
  async setHours(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(hoursForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.page(request, reply, actor, { trainerId, hours: { ...form, issues } });
    }
    const { version, hours } = form.value;
    await this.availability.setHours(actor, trainerId, version, hours);
    return this.done(reply, trainerId, 'trainers.done.hours');
  }

  @Post('trainers/:id/absences')
  async reportAbsence(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(absenceForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.page(request, reply, actor, { trainerId, absence: { ...form, issues } });
    }
    try {
      await this.availability.reportAbsence(actor, trainerId, form.value);
      return this.done(reply, trainerId, 'trainers.done.absence');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'trainer-booked-when-away') throw error;
      const message = t('problem.trainer-booked-when-away.advice', error.params);
      const absence = { values: form.value, issues: [{ path: 'firstDate', message }] };
      return this.page(request, reply, actor, { trainerId, absence });
    }
  }

  @Post('trainer-absences/:id/withdrawal')
  async withdrawAbsence(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) absenceId: string,
  ) {
    const trainerId = await this.availability.withdrawAbsence(actor, absenceId);
    return this.done(reply, trainerId, 'trainers.done.withdrawn');
  }

  private done(
    reply: WebReply,
    trainerId: string,
    key: 'trainers.done.hours' | 'trainers.done.absence' | 'trainers.done.withdrawn',
  ) {
    return this.pages.redirect(reply, `/trainers/${trainerId}/availability`, { kind: 'ok', key });
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    asked: {
      readonly trainerId: string;
      readonly page?: number;
      readonly hours?: SentForm;
      readonly absence?: SentForm;
    },
  ) {
    const { trainerId, page = 1 } = asked;
    const trainer = await this.queries.trainer(actor, trainerId);
    const found = {
      trainer,
      absences: await this.queries.absences(actor, trainerId, { page, pageSize: ABSENCES_PER_PAGE }),
      outside: await this.queries.outsideHours(actor, trainerId),
    };
    const t = this.pages.translate(request);
    const own = actor.role === 'trainer';
    return this.pages.send(request, reply, {
      view: 'trainers/availability',
      title: own
        ? t('trainers.availability.titleOwn')
        : t('trainers.availability.title', { name: trainer.name }),
      status: asked.hours || asked.absence ? 400 : 200,
      model: availabilityPage(found, page, asked, { locale: request.locale, t, own }),
      above: own ? [] : [{ href: '/trainers', label: t('trainers.title') }],
    });
  }
}
