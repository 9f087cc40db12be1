import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { LARGEST_SESSION } from '../sessions/session-plan.rules.js';
import { LONGEST_OFFER_HOURS, MOST_OVERBOOKING, waitingListModes } from './session-seats.pages.js';
import { SessionSeatsQueries } from './session-seats.queries.js';
import { SessionSeats } from './session-seats.service.js';

const seats = z.int().min(1).max(LARGEST_SESSION);
const seatsOfSession = z.object({
  version: z
    .int()
    .min(1)
    .describe('De versie waarop u zich baseert; is die veranderd, dan wordt er niets gewijzigd.'),
  capacity: seats,
  minimum: seats,
  overbookingPercentage: z
    .int()
    .min(0)
    .max(MOST_OVERBOOKING)
    .describe('Zoveel procent meer mensen dan plaatsen.'),
  releaseOn: isoDate.describe('Vanaf deze dag zijn gereserveerde plaatsen die vrij zijn voor iedereen.'),
  waitingListMode: z
    .enum(waitingListModes)
    .describe('Wie doorschuift krijgt de plaats meteen (automatic), of eerst de vraag (offer).'),
  offerHours: z
    .int()
    .min(1)
    .max(LONGEST_OFFER_HOURS)
    .describe('Werkuren om een aangeboden plaats aan te nemen.'),
  enrolUntil: isoDate
    .nullable()
    .default(null)
    .describe('De laatste dag om in te schrijven; null: tot de training begint.'),
  cancelUntil: isoDate
    .nullable()
    .default(null)
    .describe('De laatste dag om zonder reden af te melden; null: tot de training begint.'),
  chargesLateCancellation: z
    .boolean()
    .default(true)
    .describe('Wie na die dag afmeldt, telt nog mee in de kosten van de gemeente.'),
  organisationId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('Voor welke organisatie een in-company uitvoering is; anders null.'),
  quotas: z.array(z.object({ municipalityId: z.uuid(), seats })).max(50),
  functionQuotas: z
    .array(z.object({ functionId: z.uuid(), seats }))
    .max(100)
    .default([])
    .describe('Plaatsen die voor een functie gereserveerd zijn.'),
  organisationQuotas: z
    .array(z.object({ organisationId: z.uuid(), seats }))
    .max(100)
    .default([])
    .describe('Plaatsen die voor een organisatie gereserveerd zijn.'),
});

@Controller('api/v1/sessions/:id/seats')
@Allow('coordinator')
export class SessionSeatsApi {
  constructor(
    @Inject(SessionSeats) private readonly sessionSeats: SessionSeats,
    @Inject(SessionSeatsQueries) private readonly queries: SessionSeatsQueries,
  ) {}

  @Get()
  @Operation({ summary: 'Geeft hoeveel plaatsen een uitvoering heeft en voor wie', answer: seatsOfSession })
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) sessionId: string) {
    const session = await this.queries.session(actor, sessionId);
    const { version, capacity, minimum, overbookingPercentage, releaseOn, waitingListMode, offerHours } =
      session;
    const { enrolUntil, cancelUntil, chargesLateCancellation, organisationId } = session;
    return {
      ...{ version, capacity, minimum, overbookingPercentage, releaseOn, waitingListMode, offerHours },
      ...{ enrolUntil, cancelUntil, chargesLateCancellation, organisationId },
      ...(await this.queries.quotas(actor, sessionId)),
    };
  }

  @Put()
  @Operation({
    summary: 'Wijzigt hoeveel plaatsen een uitvoering heeft en voor wie; de wachtlijst schuift door',
    answer: seatsOfSession,
  })
  async resize(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Body({ schema: seatsOfSession }) { version, ...wanted }: z.output<typeof seatsOfSession>,
  ) {
    await this.sessionSeats.resize(actor, sessionId, wanted, version);
    return this.get(actor, sessionId);
  }
}
