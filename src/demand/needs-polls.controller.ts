import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { sendCsv } from '../platform/web/table-download.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { interestsQuery, PER_PAGE } from './interests.pages.js';
import { NeedsPollQueries } from './needs-poll.queries.js';
import {
  polledCells,
  polledColumns,
  pollPage,
  pollQuery,
  pollsPage,
  type PollQuery,
} from './needs-polls.pages.js';

/** More organisations than any region has. */
const ALL = { page: 1, pageSize: 100_000 };
const pollId = z.uuid();

/** The polls that were sent, and who answered. */
@Controller('needs-polls')
@Allow('coordinator', 'contact')
export class NeedsPollsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(NeedsPollQueries) private readonly queries: NeedsPollQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: interestsQuery }) { page }: z.output<typeof interestsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, { page, pageSize: PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'demand/polls',
      title: t('demand.polls.title'),
      model: pollsPage(found, page, this.reader(request, actor), t),
      above: [{ href: '/demand', label: t('demand.overview.title') }],
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: pollId }) id: string,
    @Query({ schema: pollQuery }) query: PollQuery,
  ) {
    const t = this.pages.translate(request);
    const poll = await this.queries.get(actor, id);
    const slice = { page: query.page, pageSize: PER_PAGE };
    const found = await this.queries.organisations(actor, id, didAnswer(query), slice);
    return this.pages.send(request, reply, {
      view: 'demand/poll',
      title: poll.title,
      model: pollPage(poll, found, query, this.reader(request, actor), t),
      above: [
        { href: '/demand', label: t('demand.overview.title') },
        { href: '/needs-polls', label: t('demand.polls.title') },
      ],
    });
  }

  @Get(':id/organisations.csv')
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: pollId }) id: string,
    @Query({ schema: pollQuery }) query: PollQuery,
  ) {
    const t = this.pages.translate(request);
    await this.queries.get(actor, id);
    const { rows } = await this.queries.organisations(actor, id, didAnswer(query), ALL);
    const header = polledColumns(t).map((column) => column.header);
    const name = `${t('demand.poll.fileName')}-${localDateOf(this.clock.now())}.csv`;
    const cells = rows.map((row) => polledCells(row, t));
    return sendCsv(reply, name, header, cells);
  }

  private reader(request: WebRequest, actor: Actor) {
    return { role: actor.role, locale: request.locale, now: this.clock.now() };
  }
}

const didAnswer = ({ answered }: PollQuery): boolean | null => (answered ? answered === 'yes' : null);
