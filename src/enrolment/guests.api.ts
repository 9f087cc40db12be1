import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { GuestQueries } from './guest.queries.js';
import { GuestService } from './guest.service.js';
import { RosterQueries } from './roster.queries.js';

const guestInput = z.object({
  name: requiredText(200).describe('Hoe de gast heet.'),
  organisation: requiredText(200).describe('Waar de gast werkt, of waarvoor die komt.'),
});
const guest = z.object({
  id: z.uuid(),
  name: z.string().nullable().describe('Leeg als de bewaartijd voorbij is; de plaats blijft tellen.'),
  organisation: z.string(),
  aboveCapacity: z.boolean().describe('Of de uitvoering al vol was.'),
});
const listQuery = apiListQuery.omit({ q: true });
const uuid = z.uuid();

@Controller('api/v1')
@Allow('coordinator')
export class GuestsApi {
  constructor(
    @Inject(GuestService) private readonly guests: GuestService,
    @Inject(GuestQueries) private readonly queries: GuestQueries,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
  ) {}

  @Get('sessions/:id/guests')
  @Allow('coordinator', 'trainer')
  @Operation({
    summary: 'Toont de gasten van een uitvoering: mensen die niet in het register staan',
    answer: listAnswer(guest),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Query({ schema: listQuery }) slice: z.output<typeof listQuery>,
  ) {
    await this.roster.session(actor, sessionId);
    const { rows, total } = await this.queries.list(actor, sessionId, slice);
    return apiList(request, rows, { ...slice, total });
  }

  @Post('sessions/:id/guests')
  @Operation({
    summary: 'Geeft een gast een plaats; is de uitvoering vol, dan boven het maximum',
    answer: z.object({ id: z.uuid() }),
    status: 201,
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: guestInput }) input: z.output<typeof guestInput>,
  ) {
    return { id: await this.guests.add(actor, sessionId, input) };
  }

  @Post('guests/:id/removal')
  @HttpCode(200)
  @Operation({
    summary: 'Haalt een gast van de lijst; de plaats gaat naar wie wacht',
    answer: z.object({ sessionId: z.uuid() }),
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    return { sessionId: await this.guests.remove(actor, id) };
  }
}
