import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { entryLevels } from '../courses/course-level.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { RecognitionQueries } from './recognition.queries.js';
import { RecognitionService } from './recognition.service.js';

const level = z.enum(entryLevels);
const recognitionInput = z.object({
  professionalId: z.uuid(),
  level: level.describe('Het niveau waarvoor de eerdere opleiding telt.'),
  basis: requiredText(300).describe(
    'Waar de erkenning op rust. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
  ),
  validUntil: isoDate
    .nullable()
    .default(null)
    .describe('De laatste dag waarop de erkenning telt; null: altijd.'),
});
const recognition = z.object({
  id: z.uuid(),
  professionalId: z.uuid(),
  name: z.string(),
  municipality: z.string(),
  level,
  basis: z.string().nullable().describe('Leeg als de bewaartijd voorbij is; de erkenning blijft tellen.'),
  validUntil: z.iso.date().nullable(),
});
@Controller('api/v1/recognitions')
@Allow('coordinator')
export class RecognitionsApi {
  constructor(
    @Inject(RecognitionService) private readonly recognitions: RecognitionService,
    @Inject(RecognitionQueries) private readonly queries: RecognitionQueries,
  ) {}

  @Get()
  @Allow('coordinator', 'contact')
  @Operation({
    summary: 'Toont de erkende eerdere opleidingen die u mag zien',
    answer: listAnswer(recognition),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) { q, ...slice }: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.queries.list(actor, q, slice);
    return apiList(request, rows, { ...slice, total });
  }

  @Post()
  @Operation({
    summary: 'Laat een eerdere opleiding tellen als certificaat van een niveau',
    answer: z.object({ id: z.uuid() }),
    status: 201,
  })
  async recognise(
    @CurrentActor() actor: Actor,
    @Body({ schema: recognitionInput }) input: z.output<typeof recognitionInput>,
  ) {
    return { id: await this.recognitions.recognise(actor, input) };
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Operation({
    summary: 'Trekt een erkenning in; wie er een plaats mee kreeg, houdt die',
    answer: null,
    status: 204,
  })
  async withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.recognitions.withdraw(actor, id);
  }
}
