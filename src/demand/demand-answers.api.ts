import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { priceOn } from '../courses/price-list.rules.js';
import { Clock } from '../platform/clock.js';
import { Operation } from '../platform/web/operation.js';
import { ScheduleForm } from '../sessions/schedule-form.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { DemandAnswerService } from './demand-answer.service.js';
import { DemandQueries } from './demand.queries.js';
import { proposalFor } from './demand.rules.js';
import { InvitationQueries } from './invitation.queries.js';

const toInvite = z.int().describe('Hoeveel mensen een uitnodiging krijgen als de inschrijving opent.');
const proposal = z.object({
  courseId: z.uuid(),
  payerMunicipalityId: z
    .uuid()
    .nullable()
    .describe('De gemeente met de meeste vraag en een training over; null als er geen is.'),
  capacity: z.int(),
  minimum: z.int(),
  priceCents: z.int().nullable().describe('De prijs die vandaag geldt; null als die er niet is.'),
  quotas: z.array(z.object({ municipalityId: z.uuid(), seats: z.int() })),
  toInvite,
});
const answered = z.object({ sessionId: z.uuid() });

@Controller('api/v1')
@Allow('coordinator')
export class DemandAnswersApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ScheduleForm) private readonly form: ScheduleForm,
    @Inject(DemandQueries) private readonly demand: DemandQueries,
    @Inject(InvitationQueries) private readonly invitations: InvitationQueries,
    @Inject(DemandAnswerService) private readonly answers: DemandAnswerService,
  ) {}

  @Get('courses/:id/session-proposal')
  @Operation({
    summary: 'Stelt een uitvoering voor die de vraag naar een training beantwoordt',
    answer: proposal,
  })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) courseId: string,
  ): Promise<z.output<typeof proposal>> {
    const course = await this.form.course(actor, courseId);
    const price = priceOn(course.prices, localDateOf(this.clock.now()));
    const demand = await this.demand.ofCourse(actor, courseId);
    const { payerMunicipalityId, quotas } = proposalFor(demand, course.maxParticipants);
    const invitees = await this.invitations.invitees(actor, courseId);
    return {
      courseId,
      payerMunicipalityId,
      capacity: course.maxParticipants,
      minimum: course.minParticipants,
      priceCents: price && Number(price.priceCents),
      quotas: quotas.map((quota) => ({ ...quota })),
      toInvite: [...invitees.values()].reduce((sum, number) => sum + number, 0),
    };
  }

  @Post('sessions/:id/demand-answer')
  @Operation({
    summary:
      'Laat een concept de vraag beantwoorden: wie erom vroegen, krijgen een uitnodiging als het opent',
    answer: answered,
    status: 201,
  })
  async answer(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) sessionId: string) {
    await this.answers.answerWith(actor, sessionId);
    return { sessionId };
  }
}
