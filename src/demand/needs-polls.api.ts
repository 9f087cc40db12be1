import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { NeedsPollQueries } from './needs-poll.queries.js';
import { MOST_PEOPLE, usualCountsUntil, USUAL_REMIND_DAYS, type PollPlan } from './needs-poll.rules.js';
import { NeedsPollService } from './needs-poll.service.js';
import { PollAnswerService } from './poll-answer.service.js';

const ids = z.array(z.uuid()).max(1000).default([]);
const pollInput = z.object({
  title: requiredText(120).describe('Schrijf niet over personen of zaken.'),
  closesOn: isoDate.describe('De laatste dag waarop organisaties kunnen antwoorden.'),
  remindDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(USUAL_REMIND_DAYS)
    .describe('Hoeveel dagen voor het sluiten er een herinnering gaat; null voor geen.'),
  countsUntil: isoDate
    .optional()
    .describe('De laatste dag waarop de aantallen meetellen als vraag. Zonder: een jaar na het sluiten.'),
  courseIds: z.array(z.uuid()).min(1).max(20).describe('Naar welke trainingen u vraagt.'),
  municipalityIds: ids.describe('Alle organisaties van deze gemeenten krijgen een brief.'),
  organisationIds: ids.describe('En deze organisaties ook.'),
});
const poll = z.object({
  id: z.uuid(),
  title: z.string(),
  closesOn: z.iso.date(),
  countsUntil: z.iso.date(),
  remindAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime(),
  courses: z.array(z.object({ id: z.uuid(), name: z.string() })),
  asked: z.int().describe('Hoeveel organisaties een brief kregen, voor zover u ze mag zien.'),
  answered: z.int(),
});
const preview = z.object({
  letters: z.int(),
  municipalities: z.array(z.object({ municipalityId: z.uuid(), municipality: z.string(), letters: z.int() })),
});
const polled = z.object({
  organisationId: z.uuid(),
  organisation: z.string(),
  municipalityId: z.uuid(),
  municipality: z.string(),
  contactName: z.string(),
  remindedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  people: z.int().nullable().describe('Alle mensen in het antwoord samen; null zolang er geen antwoord is.'),
});
const number = z.object({
  courseId: z.uuid(),
  functionId: z.uuid(),
  people: z
    .int()
    .min(0)
    .max(MOST_PEOPLE)
    .describe('Hoeveel mensen met deze functie de training nodig hebben.'),
});
const answerInput = z
  .object({
    organisationId: z.uuid().describe('Een organisatie die de peiling kreeg.'),
    numbers: z
      .array(number)
      .max(1000)
      .describe(
        'Elke gevraagde functie bij een training hooguit één keer; wat er niet staat, telt als niemand. Alleen aantallen, niets over personen.',
      ),
  })
  .meta({
    example: {
      organisationId: '0192f3a0-0000-7000-8000-000000000005',
      numbers: [
        {
          courseId: '0192f3a0-0000-7000-8000-000000000006',
          functionId: '0192f3a0-0000-7000-8000-000000000007',
          people: 6,
        },
      ],
    },
  });
const answer = z.object({
  organisationId: z.uuid(),
  answeredAt: z.iso.datetime().nullable(),
  numbers: z.array(number),
});
const listQuery = apiListQuery.omit({ q: true });
const polledQuery = listQuery.extend({
  answered: z.enum(['true', 'false']).optional().describe('Alleen wie wel of niet antwoordde.'),
});

@Controller('api/v1/needs-polls')
@Allow('coordinator', 'contact')
export class NeedsPollsApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NeedsPollQueries) private readonly queries: NeedsPollQueries,
    @Inject(NeedsPollService) private readonly polls: NeedsPollService,
    @Inject(PollAnswerService) private readonly answers: PollAnswerService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de behoeftepeilingen, de nieuwste eerst', answer: listAnswer(poll) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const { rows, total } = await this.queries.list(actor, query);
    return apiList(request, rows, { ...query, total });
  }

  @Post()
  @Allow('coordinator')
  @Operation({
    summary:
      'Vraagt organisaties hoeveel mensen een training nodig hebben; elke organisatie krijgt één brief',
    answer: poll,
    status: 201,
  })
  async send(@CurrentActor() actor: Actor, @Body({ schema: pollInput }) input: z.output<typeof pollInput>) {
    const id = newId(this.clock.now());
    await this.polls.send(actor, id, planOf(input));
    return this.queries.get(actor, id);
  }

  @Post('previews')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Telt hoeveel mails er zouden gaan, en naar welke gemeenten; verstuurt niets',
    answer: preview,
  })
  async preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: pollInput }) input: z.output<typeof pollInput>,
  ): Promise<z.output<typeof preview>> {
    const plan = planOf(input);
    await this.polls.refuseFaulty(actor, plan);
    const municipalities = await this.queries.letters(actor, plan);
    return { letters: municipalities.reduce((sum, { letters }) => sum + letters, 0), municipalities };
  }

  @Get(':id')
  @Operation({ summary: 'Toont één behoeftepeiling', answer: poll })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.queries.get(actor, id);
  }

  @Get(':id/organisations')
  @Operation({ summary: 'Toont welke organisaties antwoordden en welke niet', answer: listAnswer(polled) })
  async organisations(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: polledQuery }) query: z.output<typeof polledQuery>,
  ) {
    await this.queries.get(actor, id);
    const answered = query.answered === undefined ? null : query.answered === 'true';
    const { rows, total } = await this.queries.organisations(actor, id, answered, query);
    return apiList(request, rows, { ...query, total });
  }

  @Post(':id/answers')
  @Allow('coordinator')
  @Operation({
    summary: 'Bewaart het antwoord dat een organisatie u gaf, in plaats van wat zij eerder antwoordde',
    answer,
    status: 201,
  })
  async answerFor(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pollId: string,
    @Body({ schema: answerInput }) { organisationId, numbers }: z.output<typeof answerInput>,
  ) {
    const { answeredAt, numbers: kept } = await this.answers.answerFor(
      actor,
      { pollId, organisationId },
      numbers,
    );
    return { organisationId, answeredAt, numbers: kept };
  }
}

function planOf({ countsUntil, ...input }: z.output<typeof pollInput>): PollPlan {
  return { ...input, countsUntil: countsUntil ?? usualCountsUntil(input.closesOn) };
}
