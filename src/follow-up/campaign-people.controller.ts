import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { sendCsv } from '../platform/web/table-download.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CampaignPeopleQueries } from './campaign-people.queries.js';
import { CampaignQueries } from './campaign.queries.js';
import {
  INVITATIONS_PER_PAGE,
  invitationsQuery,
  peopleCells,
  peopleColumns,
  peoplePage,
  type InvitationsQuery,
} from './people.pages.js';

/** More people than any campaign invites. */
const ALL = { page: 1, pageSize: 1_000_000 };
const campaignId = z.uuid();

/** Whom a campaign invites, and how each of them stands. */
@Controller('follow-up/:id')
@Allow('coordinator', 'contact')
export class CampaignPeopleController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CampaignQueries) private readonly campaigns: CampaignQueries,
    @Inject(CampaignPeopleQueries) private readonly people: CampaignPeopleQueries,
  ) {}

  @Get('people')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: campaignId }) id: string,
    @Query({ schema: invitationsQuery }) query: InvitationsQuery,
  ) {
    const t = this.pages.translate(request);
    const campaign = await this.campaigns.get(actor, id);
    const slice = { page: query.page, pageSize: INVITATIONS_PER_PAGE };
    const found = await this.people.invitations(actor, id, filterOf(query), slice);
    const model = peoplePage(campaign, found, query, request.locale, t);
    return this.pages.send(request, reply, {
      ...{ view: 'follow-up/people', title: t('follow-up.people.title'), model },
      above: [
        { href: '/follow-up', label: t('follow-up.list.title') },
        { href: `/follow-up/${id}`, label: campaign.title },
      ],
    });
  }

  @Get('people.csv')
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: campaignId }) id: string,
    @Query({ schema: invitationsQuery }) query: InvitationsQuery,
  ) {
    const t = this.pages.translate(request);
    await this.campaigns.get(actor, id);
    const { rows } = await this.people.invitations(actor, id, filterOf(query), ALL);
    const header = peopleColumns(t).map((column) => column.header);
    const name = `${t('follow-up.people.fileName')}-${localDateOf(this.clock.now())}.csv`;
    const cells = rows.map((row) => peopleCells(row, request.locale, t));
    return sendCsv(reply, name, header, cells);
  }
}

const filterOf = ({ state, municipality, q }: InvitationsQuery) => ({
  ...{ state, q },
  municipalityId: municipality,
});
