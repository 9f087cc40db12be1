import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { Receipt } from '../platform/web/answer-once.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { AnswersOnce, replay } from '../platform/web/idempotency.js';
import { claimOf } from '../platform/web/idempotency-keys.js';
import { calendarAnswers } from '../platform/files/calendar-reply.rules.js';
import { emailAddress, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { enrolmentStatuses } from './enrolment-status.rules.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentListQueries } from './enrolment-list.queries.js';
import type { Seated } from './seat-answer.js';

const reason = requiredText(300);
const enrolmentInput = z.object({
  professionalId: z.uuid().describe('Wie u inschrijft: een professional uit het register.'),
  giveSeat: z
    .boolean()
    .default(false)
    .describe(
      'Een plaats geven, ook als de uitvoering vol is, de inschrijving gesloten of de training begonnen; alleen een coördinator kan dat.',
    ),
  entryOverrideReason: reason
    .nullable()
    .default(null)
    .describe(
      'Waarom iemand zonder het nodige instapniveau toch mee kan doen; alleen een coördinator kan dat. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
    ),
});
const substitutionInput = z.object({
  email: emailAddress.describe('Het zakelijke adres van een collega uit dezelfde gemeente.'),
});
const cancellationInput = z.preprocess(
  (body) => body ?? {},
  z.strictObject({
    reason: reason
      .nullable()
      .default(null)
      .describe(
        'Nodig om een plaats op te geven na de laatste dag om zonder reden af te melden. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
      ),
  }),
);
const transferInput = z.object({
  sessionId: z.uuid().describe('De uitvoering waar iemand naartoe gaat.'),
});
const status = z.enum(enrolmentStatuses);
const waitingPosition = z.int().nullable().describe('Plaats op de wachtlijst; 1 is de volgende.');
const standing = z.object({ id: z.uuid(), status, waitingPosition });
const enrolment = standing.extend({
  sessionId: z.uuid(),
  professionalId: z.uuid(),
  professionalName: z.string(),
  municipalityId: z.uuid(),
  enrolledAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  awaitsFollowUp: z
    .boolean()
    .describe('Of het certificaat wacht op een terugkomdag. Voor trainers altijd false.'),
  calendarAnswers: z
    .array(
      z.object({ ordinal: z.int().describe('Het nummer van het dagdeel.'), answer: z.enum(calendarAnswers) }),
    )
    .describe(
      'Wat iemand in de eigen agenda antwoordde op de afspraak zoals die nu is: een aanwijzing, de plaats blijft. Alleen voor coördinatoren en contactpersonen.',
    ),
});
const listQuery = apiListQuery.extend({
  status: status.optional().describe('Alleen inschrijvingen met deze status.'),
});
const uuid = z.uuid();

@Controller('api/v1')
@Allow('coordinator', 'contact', 'professional')
export class EnrolmentsApi {
  constructor(
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
    @Inject(EnrolmentListQueries) private readonly lists: EnrolmentListQueries,
  ) {}

  @Get('enrolments')
  @Allow('coordinator', 'contact', 'professional', 'trainer')
  @Operation({ summary: 'Toont de inschrijvingen die u mag zien', answer: listAnswer(enrolment) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    return this.answer(request, actor, null, query);
  }

  @Get('sessions/:id/enrolments')
  @Allow('coordinator', 'contact', 'professional', 'trainer')
  @Operation({
    summary: 'Toont de inschrijvingen van een uitvoering die u mag zien',
    answer: listAnswer(enrolment),
  })
  async ofSession(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    return this.answer(request, actor, sessionId, query);
  }

  @Post('sessions/:id/enrolments')
  @Operation({
    summary: 'Schrijft een professional in: een plaats, of anders de wachtlijst',
    answer: standing,
    status: 201,
  })
  @AnswersOnce()
  async enrol(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: enrolmentInput }) input: z.output<typeof enrolmentInput>,
  ) {
    const { professionalId, entryOverrideReason } = input;
    const add = input.giveSeat ? 'giveSeat' : 'enrol';
    const receipt = receiptOf(request, actor, reply);
    return standingOf(
      await this.enrolments[add](actor, sessionId, professionalId, entryOverrideReason, receipt),
    );
  }

  @Post('enrolments/:id/cancellation')
  @HttpCode(200)
  @Operation({
    summary: 'Meldt iemand af; wie op de wachtlijst aan de beurt is, schuift door',
    answer: standing,
  })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: cancellationInput }) input: z.output<typeof cancellationInput>,
  ) {
    return standingOf(await this.enrolments.cancel(actor, id, input.reason));
  }

  @Post('enrolments/:id/transfer')
  @HttpCode(200)
  @Operation({
    summary: 'Stapt over naar een andere uitvoering van dezelfde training; geeft de nieuwe inschrijving',
    answer: standing,
  })
  async transfer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: transferInput }) { sessionId }: z.output<typeof transferInput>,
  ) {
    return standingOf(await this.enrolments.transfer(actor, id, sessionId));
  }

  @Post('enrolments/:id/substitution')
  @HttpCode(200)
  @Operation({
    summary: 'Draagt een plaats over aan een collega uit dezelfde gemeente; geeft de nieuwe inschrijving',
    answer: standing,
  })
  async substitute(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: substitutionInput }) { email }: z.output<typeof substitutionInput>,
  ) {
    return standingOf(await this.enrolments.substitute(actor, id, email));
  }

  @Post('enrolments/:id/offer-acceptance')
  @HttpCode(200)
  @Operation({ summary: 'Neemt een aangeboden plaats aan', answer: standing })
  async acceptOffer(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    return standingOf(await this.enrolments.acceptOffer(actor, id));
  }

  @Post('enrolments/:id/offer-refusal')
  @HttpCode(200)
  @Operation({
    summary: 'Wijst een aangeboden plaats af; de volgende krijgt die aangeboden',
    answer: standing,
  })
  async declineOffer(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    return standingOf(await this.enrolments.declineOffer(actor, id));
  }

  @Post('enrolments/:id/approval')
  @Allow('coordinator', 'contact')
  @HttpCode(200)
  @Operation({ summary: 'Keurt een aanvraag goed: een plaats, of anders de wachtlijst', answer: standing })
  async approve(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    return standingOf(await this.enrolments.approve(actor, id));
  }

  @Post('enrolments/:id/rejection')
  @Allow('coordinator', 'contact')
  @HttpCode(200)
  @Operation({ summary: 'Wijst een aanvraag af', answer: standing })
  async reject(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    return standingOf(await this.enrolments.reject(actor, id));
  }

  private async answer(
    request: WebRequest,
    actor: Actor,
    sessionId: string | null,
    query: z.output<typeof listQuery>,
  ) {
    const { page, pageSize, q } = query;
    const filter = { sessionId, q, status: query.status ?? null };
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.lists.list(actor, filter, slice);
    const positions = await this.queries.positions(rows.map(({ id }) => id));
    const items = rows.map((row) => ({ ...row, waitingPosition: positions.get(row.id) ?? null }));
    return apiList(request, items, { page, pageSize, total });
  }
}

function receiptOf(request: WebRequest, actor: Actor, reply: WebReply): Receipt<Seated> | null {
  const claim = claimOf(request, actor);
  return (
    claim && {
      ...claim,
      keep: (seated) => ({ status: 201, body: standingOf(seated) }),
      again: (kept) => {
        const { id, ...where } = standing.parse(replay(reply, kept));
        return { enrolmentId: id, ...where };
      },
    }
  );
}

function standingOf({ enrolmentId: id, status, waitingPosition }: Seated): z.output<typeof standing> {
  return { id, status, waitingPosition };
}
