import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../../platform/web/etag.js';
import { optionalLines, requiredText } from '../../platform/web/fields.js';
import { Operation } from '../../platform/web/operation.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { roles, type Actor } from '../../shared/actor.js';
import { VenueQueries, type RoomRow, type VenueRow } from './venue.queries.js';
import { VenueService } from './venue.service.js';
import { MOST_PEOPLE } from './venues.pages.js';

const isArchived = z.boolean().describe('Of hier niets meer gepland kan worden.');
const room = z.object({
  id: z.uuid(),
  name: z.string(),
  capacity: z.int().describe('Hoeveel mensen erin passen.'),
  accessibility: z.string(),
  isArchived,
});
const roomAnswer = room.extend({ venueId: z.uuid() });
const venueAnswer = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  name: z.string(),
  address: z.string(),
  route: z.string().nullable().describe('Hoe u er komt.'),
  isArchived,
  rooms: z.array(room),
});
const venueInput = z
  .object({
    municipalityId: z.uuid(),
    name: requiredText(200).describe('Uniek in de gemeente.'),
    address: requiredText(300),
    route: optionalLines(500).describe('Hoe u er komt.'),
  })
  .meta({
    example: {
      ...{ municipalityId: '0192f3a0-0000-7000-8000-000000000001', name: 'Voorbeeldtheater' },
      ...{ address: 'Voorbeeldplein 1, Almere', route: 'Vijf minuten lopen van het station.' },
    },
  });
const roomInput = z
  .object({
    name: requiredText(200).describe('Uniek in de locatie; die van de locatie als er maar één zaal is.'),
    capacity: z.int().min(1).max(MOST_PEOPLE).describe('Hoeveel mensen erin passen.'),
    accessibility: requiredText(500).describe('Voor wie slecht loopt, ziet of hoort.'),
  })
  .meta({ example: { name: 'Foyer', capacity: 30, accessibility: 'Drempelvrij, met ringleiding.' } });
const id = z.uuid();

@Controller('api/v1')
@Allow('coordinator')
export class VenuesApi {
  constructor(
    @Inject(VenueQueries) private readonly queries: VenueQueries,
    @Inject(VenueService) private readonly service: VenueService,
  ) {}

  @Get('venues')
  @Allow(...roles)
  @Operation({ summary: 'Toont de locaties van de regio', answer: listAnswer(venueAnswer) })
  async venues(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.queries.venues(actor, query.q, query);
    return apiList(request, rows.map(venueOf), { ...query, total });
  }

  @Get('venues/:id')
  @Allow(...roles)
  @Operation({ summary: 'Toont één locatie met haar zalen', answer: venueAnswer, versioned: true })
  async venue(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
  ) {
    const row = await this.queries.venue(actor, venueId);
    sendVersion(reply, row.version);
    return venueOf(row);
  }

  @Post('venues')
  @Operation({ summary: 'Voegt een locatie toe', answer: venueAnswer, versioned: true, status: 201 })
  async add(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: venueInput }) input: z.output<typeof venueInput>,
  ) {
    return this.venue(reply, actor, await this.service.add(actor, input));
  }

  @Put('venues/:id')
  @Operation({ summary: 'Wijzigt een locatie', answer: venueAnswer, versioned: true })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
    @Body({ schema: venueInput }) input: z.output<typeof venueInput>,
  ) {
    await this.queries.venue(actor, venueId);
    await ifMatch(request, (version) => this.service.change(actor, venueId, version, input));
    return this.venue(reply, actor, venueId);
  }

  @Post('venues/:id/rooms')
  @Operation({
    summary: 'Voegt een zaal aan een locatie toe',
    answer: roomAnswer,
    versioned: true,
    status: 201,
  })
  async addRoom(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
    @Body({ schema: roomInput }) input: z.output<typeof roomInput>,
  ) {
    return this.room(reply, actor, await this.service.addRoom(actor, venueId, input));
  }

  @Get('rooms/:id')
  @Allow(...roles)
  @Operation({ summary: 'Toont één zaal', answer: roomAnswer, versioned: true })
  async room(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) roomId: string,
  ) {
    const row = await this.queries.room(actor, roomId);
    sendVersion(reply, row.version);
    return roomOf(row);
  }

  @Put('rooms/:id')
  @Operation({
    summary: 'Wijzigt een zaal; wordt geweigerd als een geplande uitvoering er dan niet meer in past',
    answer: roomAnswer,
    versioned: true,
  })
  async changeRoom(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) roomId: string,
    @Body({ schema: roomInput }) input: z.output<typeof roomInput>,
  ) {
    await this.queries.room(actor, roomId);
    await ifMatch(request, (version) => this.service.changeRoom(actor, roomId, version, input));
    return this.room(reply, actor, roomId);
  }
}

const venueOf = ({ id: venueId, municipalityId, name, address, route, archivedAt, rooms }: VenueRow) => ({
  ...{ id: venueId, municipalityId, name, address, route, isArchived: archivedAt !== null, rooms },
});

const roomOf = ({ id: roomId, venueId, name, capacity, accessibility, archivedAt }: RoomRow) => ({
  ...{ id: roomId, venueId, name, capacity, accessibility, isArchived: archivedAt !== null },
});
