import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { organisationsPage, PEOPLE_PER_PAGE, peopleQuery } from './people.pages.js';
import { PeopleQueries } from './people.queries.js';
import { RegionQueries } from './region.queries.js';

@Controller('organisations')
@Allow('coordinator', 'contact')
export class OrganisationsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(RegionQueries) private readonly regions: RegionQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: z.output<typeof peopleQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: PEOPLE_PER_PAGE };
    const found = await this.people.organisations(actor, query, slice);
    const { rows: municipalities } = await this.regions.municipalities(actor);
    const ownOnly = actor.role === 'contact';
    const reader = { ownOnly, locale: request.locale, today: localDateOf(this.clock.now()) };
    return this.pages.send(request, reply, {
      view: 'people/organisations',
      title: t('people.organisations.title'),
      model: organisationsPage(found, query, municipalities, reader, t),
    });
  }
}
