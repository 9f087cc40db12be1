import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ProviderQueries, type ProviderRow } from './provider.queries.js';
import { ProviderService } from './provider.service.js';

const crkbo = z
  .boolean()
  .describe('Of het CRKBO-register de aanbieder noemt: dan zijn trainingen vrij van btw.');
const provider = z.object({ id: z.uuid(), name: z.string(), crkbo, source: z.string() });
const providerInput = z
  .object({
    name: requiredText(200).describe('Uniek in de regio.'),
    crkbo,
    source: requiredText(300).describe('Waar dat staat, bijvoorbeeld de dag waarop u het register bekeek.'),
  })
  .meta({ example: { name: 'Voorbeeldbureau', crkbo: false, source: 'CRKBO-register, 14 januari 2027' } });
const providerId = z.uuid();

@Controller('api/v1/providers')
@Allow('coordinator')
export class ProvidersApi {
  constructor(
    @Inject(ProviderQueries) private readonly queries: ProviderQueries,
    @Inject(ProviderService) private readonly service: ProviderService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de aanbieders van de regio', answer: listAnswer(provider) })
  async providers(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.queries.providers(actor, query.q, query);
    return apiList(request, rows.map(providerOf), { ...query, total });
  }

  @Get(':id')
  @Operation({ summary: 'Toont één aanbieder', answer: provider, versioned: true })
  async provider(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: providerId }) id: string,
  ) {
    const row = await this.queries.provider(actor, id);
    sendVersion(reply, row.version);
    return providerOf(row);
  }

  @Post()
  @Operation({ summary: 'Voegt een aanbieder toe', answer: provider, versioned: true, status: 201 })
  async add(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: providerInput }) input: z.output<typeof providerInput>,
  ) {
    return this.provider(reply, actor, await this.service.add(actor, input));
  }

  @Put(':id')
  @Operation({ summary: 'Wijzigt een aanbieder', answer: provider, versioned: true })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: providerId }) id: string,
    @Body({ schema: providerInput }) input: z.output<typeof providerInput>,
  ) {
    await this.queries.provider(actor, id);
    await ifMatch(request, (version) => this.service.change(actor, id, version, input));
    return this.provider(reply, actor, id);
  }
}

const providerOf = ({ id, name, crkbo: known, source }: ProviderRow) => ({ id, name, crkbo: known, source });
