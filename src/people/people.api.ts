import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { emailAddress, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { type Actor } from '../shared/actor.js';
import { PeopleQueries } from './people.queries.js';
import { ProfessionalService } from './professional.service.js';

const organisation = z.object({
  id: z.uuid(),
  name: z.string(),
  municipalityId: z.uuid(),
  contactName: z.string(),
  contactEmail: z.string(),
  reviewOn: z.iso.date().describe('Voor deze dag moet iemand controleren of de gegevens nog kloppen.'),
});
const professional = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  municipalityId: z.uuid(),
  organisationId: z.uuid(),
  functionId: z.uuid(),
});
const professionalInput = z.object({
  name: requiredText(200),
  email: emailAddress.describe('Zakelijk e-mailadres; hiermee logt de professional in.'),
  organisationId: z.uuid().describe('De gemeente van de organisatie is ook die van de professional.'),
  functionId: z.uuid(),
});
const municipality = z.uuid().optional().describe('Alleen van deze gemeente.');
const organisationsQuery = apiListQuery.extend({ municipality });
const professionalsQuery = organisationsQuery.extend({
  organisation: z.uuid().optional().describe('Alleen van deze organisatie.'),
  function: z.uuid().optional().describe('Alleen met deze functie.'),
});

@Controller('api/v1')
@Allow('coordinator', 'contact')
export class PeopleApi {
  constructor(
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(ProfessionalService) private readonly service: ProfessionalService,
  ) {}

  @Get('organisations')
  @Operation({ summary: 'Toont de organisaties die u mag zien', answer: listAnswer(organisation) })
  async organisations(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: organisationsQuery }) query: z.output<typeof organisationsQuery>,
  ) {
    const { rows, total } = await this.people.organisations(actor, query, query);
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      municipalityId: row.municipality_id,
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      reviewOn: row.review_on,
    }));
    return apiList(request, items, { ...query, total });
  }

  @Get('professionals')
  @Operation({ summary: 'Toont de professionals die u mag zien', answer: listAnswer(professional) })
  async professionals(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: professionalsQuery }) query: z.output<typeof professionalsQuery>,
  ) {
    const { rows, total } = await this.people.professionals(actor, query, query);
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      municipalityId: row.municipality_id,
      organisationId: row.organisation_id,
      functionId: row.function_id,
    }));
    return apiList(request, items, { ...query, total });
  }

  @Post('professionals')
  @Operation({
    summary: 'Meldt een professional aan, die daarna kan inloggen',
    answer: z.object({ id: z.uuid() }),
    status: 201,
  })
  async register(
    @CurrentActor() actor: Actor,
    @Body({ schema: professionalInput }) input: z.output<typeof professionalInput>,
  ) {
    return { id: await this.service.registerOne(actor, input) };
  }
}
