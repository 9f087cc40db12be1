import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import { candidatesPage, candidatesQuery, mayAdd, rosterPage, rosterQuery, sliceOf } from './roster.pages.js';
import { RosterQueries } from './roster.queries.js';

const candidate = z.object({ professionalId: z.uuid(), giveSeat: z.literal('yes').optional() });

/** Who is in a session, for those who look after it; each sees only the people they may see. */
@Controller('sessions/:id/participants')
@Allow('coordinator', 'contact')
export class ParticipantsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
  ) {}

  @Get()
  @Allow('coordinator', 'contact', 'trainer')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Query({ schema: rosterQuery }) query: z.output<typeof rosterQuery>,
  ) {
    const t = this.pages.translate(request);
    const session = await this.roster.session(actor, sessionId);
    const counts = await this.roster.counts(actor, sessionId, query.q);
    const slice = sliceOf(counts[query.status], query.page);
    const people = await this.roster.people(actor, sessionId, query, slice);
    const positions = await this.queries.positions(people.map(({ id }) => id));
    const reader = { role: actor.role, locale: request.locale, now: this.clock.now() };
    const model = rosterPage(session, query, { counts, people, positions }, reader, t);
    return this.pages.send(request, reply, {
      view: 'enrolment/roster',
      title: t('enrolment.roster.title'),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: model.sessionHref, label: model.sessionTitle },
      ],
      model,
    });
  }

  @Get('new')
  async candidates(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Query({ schema: candidatesQuery }) query: z.output<typeof candidatesQuery>,
  ) {
    const t = this.pages.translate(request);
    const session = await this.roster.session(actor, sessionId);
    const now = this.clock.now();
    if (!mayAdd(session, { role: actor.role, now })) throw new DomainError('enrolment-not-open');
    const found = await this.roster.candidates(actor, sessionId, query.q, (total) =>
      sliceOf(total, query.page),
    );
    const model = candidatesPage(session, query, found, { role: actor.role, locale: request.locale, now }, t);
    return this.pages.send(request, reply, {
      view: 'enrolment/candidates',
      title: t('enrolment.candidates.title'),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: model.sessionHref, label: model.sessionTitle },
        { href: model.action, label: t('enrolment.roster.title') },
      ],
      model,
    });
  }

  @Post()
  async enrol(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Body({ schema: candidate }) { professionalId, giveSeat }: z.output<typeof candidate>,
  ) {
    const add = giveSeat ? 'giveSeat' : 'enrol';
    const enrolmentId = await this.enrolments[add](actor, sessionId, professionalId).then(
      (seated) => seated.enrolmentId,
      (error: unknown) => mayBeExcepted(actor, error),
    );
    if (enrolmentId === null) {
      const query = new URLSearchParams({ professional: professionalId, ...(giveSeat && { giveSeat }) });
      return this.pages.redirect(reply, `/sessions/${sessionId}/exceptions?${query.toString()}`);
    }
    const enrolled = await this.queries.summary(actor, enrolmentId);
    const { professionalName: name, waitingPosition: position } = enrolled;
    const list = `/sessions/${sessionId}/participants`;
    return position === null
      ? this.pages.redirect(reply, list, {
          kind: 'ok',
          key: giveSeat ? 'enrolment.done.aboveCapacity' : 'enrolment.done.otherConfirmed',
          params: { name },
        })
      : this.pages.redirect(reply, `${list}?status=waitlisted`, {
          kind: 'info',
          key: 'enrolment.done.otherWaitlisted',
          params: { name, position },
        });
  }
}

/** Null where a coordinator can still let someone in who lacks the entry level; every other error is thrown again. */
function mayBeExcepted(actor: Actor, error: unknown): null {
  if (error instanceof DomainError && error.code === 'entry-level-missing' && actor.role === 'coordinator')
    return null;
  throw error;
}
