import { Controller, Get, Inject, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { WaitingOddsQueries } from './waiting-odds.queries.js';

const waitingOdds = z.object({
  waitingPosition: z
    .int()
    .nullable()
    .describe('Plaats op de wachtlijst; 1 is de volgende. null: wacht niet.'),
  before: z
    .object({
      first: z.int(),
      last: z.int().nullable().describe('null: en verder.'),
      people: z.int().describe('Zoveel mensen begonnen eerder op deze plaatsen van een wachtlijst.'),
      seated: z.int().describe('Zoveel van hen kregen een plaats. Dat belooft niets.'),
    })
    .nullable()
    .describe('null: er zijn te weinig eerdere wachtlijsten om iets te zeggen.'),
});

@Controller('api/v1/enrolments/:id/waiting-odds')
@Allow('coordinator', 'contact', 'professional')
export class WaitingOddsApi {
  constructor(
    @Inject(EnrolmentQueries) private readonly enrolments: EnrolmentQueries,
    @Inject(WaitingOddsQueries) private readonly odds: WaitingOddsQueries,
  ) {}

  @Get()
  @Operation({
    summary: 'Zegt op welke plaats van de wachtlijst iemand staat en hoe het anderen daar verging',
    answer: waitingOdds,
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.output<typeof waitingOdds>> {
    const { waitingPosition } = await this.enrolments.summary(actor, id);
    const found = await this.odds.odds(actor, waitingPosition === null ? [] : [waitingPosition]);
    return { waitingPosition, before: found.get(waitingPosition ?? 0) ?? null };
  }
}
