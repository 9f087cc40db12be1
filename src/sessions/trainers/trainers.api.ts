import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../../platform/web/etag.js';
import { emailAddress, isoDate, localTime, requiredText } from '../../platform/web/fields.js';
import { Operation } from '../../platform/web/operation.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { refuseBackwards } from './trainer-availability.pages.js';
import { TrainerAvailability } from './trainer-availability.service.js';
import { TrainerQueries, type TrainerRow } from './trainer.queries.js';
import { TrainerService } from './trainer.service.js';
import { weekdays } from './trainer-times.rules.js';

const courseIds = z
  .array(z.uuid())
  .max(100)
  .describe(
    'De trainingen die deze trainer kan geven; leeg is allemaal. Voor andere kan de trainer niet gepland worden.',
  );
const weekday = z
  .union(weekdays.map((day) => z.literal(day)))
  .describe('Van 1 (maandag) tot en met 7 (zondag).');
const hoursAnswer = z.object({
  hours: z
    .array(z.object({ weekday, startTime: z.string(), endTime: z.string() }))
    .describe('Wanneer de trainer werkt; op andere dagen niet. Leeg is altijd.'),
});
const hoursInput = z
  .object({
    hours: z
      .array(
        z
          .object({ weekday, startTime: localTime, endTime: localTime })
          .refine(({ startTime, endTime }) => startTime < endTime, { path: ['endTime'] }),
      )
      .max(weekdays.length)
      .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length)
      .describe('Elke dag van de week hoogstens één keer, in Nederlandse tijd; leeg is altijd.'),
  })
  .meta({ example: { hours: [{ weekday: 2, startTime: '09:00', endTime: '17:00' }] } });
const trainerAnswer = z.object({
  ...{ id: z.uuid(), name: z.string(), email: z.string(), courseIds },
  providerId: z.uuid(),
  provider: z.string().describe('De naam van de aanbieder.'),
  isArchived: z.boolean().describe('Of niemand de trainer meer kan plannen.'),
});
const trainerInput = z
  .object({
    name: requiredText(200),
    email: emailAddress.describe('Hiermee logt de trainer in; uniek.'),
    providerId: z.uuid().describe('De aanbieder voor wie de trainer werkt.'),
    courseIds: courseIds.default([]),
  })
  .meta({
    example: {
      name: 'Tess Trainervoorbeeld',
      email: 'tess@voorbeeld.example',
      providerId: '0192f3a0-0000-7000-8000-000000000004',
      courseIds: [],
    },
  });
const time = localTime.nullable().default(null).describe('Nederlandse tijd; zonder tijd de hele dag.');
const absenceInput = z
  .object({ firstDate: isoDate, startTime: time, lastDate: isoDate, endTime: time })
  .superRefine(refuseBackwards)
  .meta({ example: { firstDate: '2027-02-01', startTime: null, lastDate: '2027-02-05', endTime: null } });
const absenceAnswer = z.object({
  id: z.uuid(),
  firstDate: z.iso.date(),
  startTime: z.string().nullable(),
  lastDate: z.iso.date(),
  endTime: z.string().nullable(),
});
const listOnly = apiListQuery.omit({ q: true });
const id = z.uuid();

@Controller('api/v1')
@Allow('coordinator')
export class TrainersApi {
  constructor(
    @Inject(TrainerAvailability) private readonly availability: TrainerAvailability,
    @Inject(TrainerQueries) private readonly queries: TrainerQueries,
    @Inject(TrainerService) private readonly service: TrainerService,
  ) {}

  @Get('trainers')
  @Operation({ summary: 'Toont de trainers van de regio', answer: listAnswer(trainerAnswer) })
  async trainers(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.queries.trainers(actor, query.q, query);
    return apiList(request, rows.map(trainerOf), { ...query, total });
  }

  @Get('trainers/:id')
  @Operation({ summary: 'Toont één trainer', answer: trainerAnswer, versioned: true })
  async trainer(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
  ) {
    const row = await this.queries.trainer(actor, trainerId);
    sendVersion(reply, row.version);
    return trainerOf(row);
  }

  @Post('trainers')
  @Operation({ summary: 'Voegt een trainer toe', answer: trainerAnswer, versioned: true, status: 201 })
  async add(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: trainerInput }) input: z.output<typeof trainerInput>,
  ) {
    return this.trainer(reply, actor, await this.service.add(actor, once(input)));
  }

  @Put('trainers/:id')
  @Operation({ summary: 'Wijzigt een trainer', answer: trainerAnswer, versioned: true })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Body({ schema: trainerInput }) input: z.output<typeof trainerInput>,
  ) {
    await this.queries.trainer(actor, trainerId);
    await ifMatch(request, (version) => this.service.change(actor, trainerId, version, once(input)));
    return this.trainer(reply, actor, trainerId);
  }

  @Get('trainers/:id/hours')
  @Allow('coordinator', 'trainer')
  @Operation({ summary: 'Toont wanneer een trainer werkt', answer: hoursAnswer, versioned: true })
  async hours(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
  ) {
    const { hours, version } = await this.queries.trainer(actor, trainerId);
    sendVersion(reply, version);
    return { hours };
  }

  @Put('trainers/:id/hours')
  @Allow('coordinator', 'trainer')
  @Operation({
    summary: 'Stelt in wanneer een trainer werkt; wat al gepland is, blijft staan',
    answer: hoursAnswer,
    versioned: true,
  })
  async setHours(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Body({ schema: hoursInput }) input: z.output<typeof hoursInput>,
  ) {
    await this.queries.trainer(actor, trainerId);
    await ifMatch(request, (version) => this.availability.setHours(actor, trainerId, version, input.hours));
    return this.hours(reply, actor, trainerId);
  }

  @Get('trainers/:id/absences')
  @Allow('coordinator', 'trainer')
  @Operation({ summary: 'Toont wanneer een trainer afwezig is, vanaf nu', answer: listAnswer(absenceAnswer) })
  async absences(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Query({ schema: listOnly }) query: z.output<typeof listOnly>,
  ) {
    await this.queries.trainer(actor, trainerId);
    const { rows, total } = await this.queries.absences(actor, trainerId, query);
    return apiList(request, rows, { ...query, total });
  }

  @Post('trainers/:id/absences')
  @Allow('coordinator', 'trainer')
  @Operation({
    summary: 'Meldt dat een trainer afwezig is; wordt geweigerd als de trainer dan een training geeft',
    answer: absenceAnswer,
    status: 201,
  })
  async reportAbsence(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) trainerId: string,
    @Body({ schema: absenceInput }) input: z.output<typeof absenceInput>,
  ): Promise<z.output<typeof absenceAnswer>> {
    return { id: await this.availability.reportAbsence(actor, trainerId, input), ...input };
  }

  @Post('trainer-absences/:id/withdrawal')
  @Allow('coordinator', 'trainer')
  @HttpCode(204)
  @Operation({ summary: 'Trekt een afwezigheid in', answer: null, status: 204 })
  async withdrawAbsence(@CurrentActor() actor: Actor, @Param('id', { schema: id }) absenceId: string) {
    await this.availability.withdrawAbsence(actor, absenceId);
  }
}

const once = (input: z.output<typeof trainerInput>) => ({
  ...input,
  courseIds: [...new Set(input.courseIds)],
});

const trainerOf = ({
  id: trainerId,
  name,
  email,
  providerId,
  provider,
  archivedAt,
  courses,
}: TrainerRow) => ({
  ...{ id: trainerId, name, email, providerId, provider },
  courseIds: courses.map((course) => course.id),
  isArchived: archivedAt !== null,
});
