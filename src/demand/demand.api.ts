import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { demandOrders } from './demand-order.rules.js';
import { DemandQueries } from './demand.queries.js';

const demandRow = z.object({
  courseId: z.uuid(),
  courseTitle: z.string(),
  municipalityId: z.uuid(),
  municipality: z.string(),
  functionId: z.uuid(),
  functionNl: z.string(),
  functionEn: z.string(),
  waiting: z
    .int()
    .describe('Wie op een wachtlijst staat of op akkoord wacht, over alle komende uitvoeringen.'),
  interested: z.int().describe('Wie een datum wil horen en niet al wacht.'),
  polled: z.int().describe('Aantal uit de laatste behoeftepeiling van elke organisatie.'),
  demand: z
    .int()
    .describe(
      'Het grootste van twee: wie met naam bekend is (waiting en interested), of het aantal uit de peiling.',
    ),
  allotmentLeft: z
    .int()
    .nullable()
    .describe('Trainingen die de gemeente dit jaar en later nog heeft; null zonder toedeling.'),
  allotmentIsDemo: z.boolean().nullable().describe('Of de toedeling een voorbeeld is.'),
});
const listQuery = apiListQuery.omit({ q: true }).extend({
  course: z.uuid().optional(),
  municipality: z.uuid().optional(),
  function: z.uuid().optional(),
  order: z.enum(demandOrders).default('-demand').describe('Met -demand de meeste vraag eerst.'),
});

@Controller('api/v1/demand')
@Allow('coordinator', 'contact')
export class DemandApi {
  constructor(@Inject(DemandQueries) private readonly queries: DemandQueries) {}

  @Get()
  @Operation({
    summary: 'Toont de vraag per training, gemeente en functie, met de toedeling die over is',
    answer: listAnswer(demandRow),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const { rows, total } = await this.queries.list(actor, query, query);
    return apiList(request, rows, { ...query, total });
  }
}
