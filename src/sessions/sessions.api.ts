import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { sendVersion } from '../platform/web/etag.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { courseLevels } from '../courses/course-level.rules.js';
import { sessionOrders } from './session-filter.rules.js';
import {
  partAnswer,
  quotaAnswer,
  sessionAnswer,
  sessionInput,
  shown,
  toSession,
} from './session-document.pages.js';
import { defaultDecideOn, defaultReleaseOn } from './session-plan.rules.js';
import { PlanningQueries } from './planning.queries.js';
import { SessionQueries } from './session.queries.js';
import { SessionScheduling } from './session-scheduling.service.js';
import { SessionService } from './session.service.js';
import { USUAL_TERMS } from './session-terms.rules.js';

const sessionsQuery = apiListQuery.extend({
  status: shown.optional().describe('Met open en confirmed ook uitvoeringen die vol zijn of al begonnen.'),
  level: z.enum(courseLevels).optional(),
  municipality: z.uuid().optional().describe('De gemeente van de locatie.'),
  from: isoDate.optional().describe('De eerste dag is op deze datum of later.'),
  order: z.enum(sessionOrders).default('date').describe('Op eerste dag; met een minteken de laatste eerst.'),
});

const id = z.uuid();

@Controller('api/v1/sessions')
@Allow('coordinator', 'contact', 'trainer', 'professional', 'finance')
export class SessionsApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionQueries) private readonly queries: SessionQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SessionScheduling) private readonly scheduling: SessionScheduling,
  ) {}

  @Get()
  @Operation({ summary: 'Geeft de uitvoeringen van trainingen.', answer: listAnswer(sessionAnswer) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: sessionsQuery }) query: z.infer<typeof sessionsQuery>,
  ) {
    const { page, pageSize, q, order } = query;
    const filter = {
      ...{ q, order, show: query.status ?? ('all' as const) },
      level: query.level ?? null,
      municipalityId: query.municipality ?? null,
      from: query.from ?? null,
    };
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.queries.list(actor, filter, () => slice);
    const now = this.clock.now();
    return apiList(
      request,
      rows.map((row) => toSession(row, now)),
      { page, pageSize, total },
    );
  }

  @Post()
  @Allow('coordinator')
  @Operation({ summary: 'Plant een uitvoering als concept.', answer: sessionAnswer, status: 201 })
  async schedule(
    @CurrentActor() actor: Actor,
    @Body({ schema: sessionInput }) input: z.infer<typeof sessionInput>,
  ) {
    const { priceCents, releaseOn, decideOn, parts, ...plan } = input;
    const today = localDateOf(this.clock.now());
    const firstDate = parts[0]!.date;
    const decideDays = (await this.planning.course(actor, plan.courseId))?.decideDays ?? 0;
    const sessionId = await this.scheduling.schedule(actor, {
      ...plan,
      releaseOn: releaseOn ?? defaultReleaseOn(firstDate, today),
      decideOn: decideOn ?? defaultDecideOn(firstDate, decideDays, today),
      priceCents: priceCents === null ? null : BigInt(priceCents),
      priceIsDemo: false,
      terms: USUAL_TERMS,
      parts: parts.map((part) => ({ ...part, trainerIds: [...new Set(part.trainerIds)] })),
    });
    return this.get(actor, sessionId);
  }

  @Get(':id')
  @Operation({ summary: 'Geeft één uitvoering.', answer: sessionAnswer, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    const session = await this.queries.get(actor, sessionId);
    sendVersion(reply, session.version);
    return toSession(session, this.clock.now());
  }

  @Get(':id/parts')
  @Operation({ summary: 'Geeft de dagdelen van een uitvoering.', answer: listAnswer(partAnswer) })
  async parts(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    await this.queries.get(actor, sessionId);
    const parts = await this.queries.parts(actor, sessionId);
    return wholeList(
      request,
      parts.map((part) => ({
        ...{ id: part.id, ordinal: part.ordinal, date: part.date },
        ...{ startTime: part.startTime, endTime: part.endTime },
        ...{ startsAt: part.startsAt.toISOString(), endsAt: part.endsAt.toISOString() },
        ...{ roomId: part.roomId, roomName: part.place?.room ?? null },
        ...{ venueId: part.place?.venueId ?? null, venueName: part.place?.venue ?? null },
        ...{ joiningLink: part.joiningLink, trainers: part.trainers },
      })),
    );
  }

  @Get(':id/seat-quotas')
  @Operation({
    summary: 'Geeft de gereserveerde plaatsen van een uitvoering, per gemeente.',
    answer: listAnswer(quotaAnswer),
  })
  async quotas(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    await this.queries.get(actor, sessionId);
    const rows = await this.queries.seats(actor, sessionId);
    const held = rows.filter(({ reserved }) => reserved > 0);
    return wholeList(
      request,
      held.map(({ municipalityId, reserved }) => ({ municipalityId, seats: reserved })),
    );
  }

  @Post(':id/opening')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({ summary: 'Opent de inschrijving van een uitvoering.', answer: sessionAnswer })
  async open(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string) {
    await this.sessions.open(actor, sessionId);
    return this.get(actor, sessionId);
  }

  @Post(':id/cancellation')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Gelast een uitvoering af; wie is ingeschreven of wacht krijgt een mail.',
    answer: sessionAnswer,
  })
  async cancel(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string) {
    await this.sessions.cancel(actor, sessionId);
    return this.get(actor, sessionId);
  }

  private async get(actor: Actor, sessionId: string): Promise<z.infer<typeof sessionAnswer>> {
    return toSession(await this.queries.get(actor, sessionId), this.clock.now());
  }
}

/** A list that always fits on one page. */
function wholeList<Item>(request: WebRequest, items: readonly Item[]) {
  return apiList(request, items, { page: 1, pageSize: Math.max(1, items.length), total: items.length });
}
