import { Body, Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { entryLevels } from '../courses/course-level.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CurriculumQueries } from './curriculum.queries.js';
import { CurriculumService } from './curriculum.service.js';

const level = z.enum(entryLevels).describe('Het laagste niveau dat gevraagd wordt; een hoger telt ook.');
const source = z.string().nullable().describe('Wie het adviseert; null is de eigen keuze van de gemeente.');
const requirement = z.object({ functionId: z.uuid(), level });
const curriculum = z.object({
  municipalityId: z.uuid(),
  municipality: z.string(),
  version: z.int(),
  requirements: z.array(requirement.extend({ source })),
});
const curriculumInput = z.object({
  requirements: z
    .array(z.object({ functionId: z.uuid(), level: level.nullable() }))
    .max(1000)
    .describe('Per functie het niveau; null vraagt niets. Functies die u weglaat, blijven zoals ze zijn.'),
});
const curriculaQuery = apiListQuery.omit({ q: true });
const municipalityId = z.uuid();

@Controller('api/v1/curricula')
@Allow('coordinator', 'contact')
export class CurriculaApi {
  constructor(
    @Inject(CurriculumQueries) private readonly queries: CurriculumQueries,
    @Inject(CurriculumService) private readonly service: CurriculumService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont per gemeente het curriculum', answer: listAnswer(curriculum) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: curriculaQuery }) { page, pageSize }: z.output<typeof curriculaQuery>,
  ) {
    const { curricula } = await this.queries.matrix(actor);
    const shown = curricula.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, shown, { page, pageSize, total: curricula.length });
  }

  @Get(':municipalityId')
  @Operation({ summary: 'Toont het curriculum van één gemeente', answer: curriculum, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: municipalityId }) id: string,
  ) {
    const found = await this.queries.one(actor, id);
    sendVersion(reply, found.curriculum.version);
    return found.curriculum;
  }

  @Put(':municipalityId')
  @Operation({
    summary: 'Wijzigt welk niveau een gemeente van functies vraagt',
    answer: curriculum,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: municipalityId }) id: string,
    @Body({ schema: curriculumInput }) { requirements }: z.output<typeof curriculumInput>,
  ) {
    await this.queries.one(actor, id);
    await ifMatch(request, (version) => this.service.change(actor, id, version, requirements));
    return this.show(reply, actor, id);
  }
}
