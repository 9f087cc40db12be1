import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import type { Seated } from './seat-desk.js';

const enrolmentInput = z.object({ professionalId: z.uuid() });

@Controller('api/v1')
@Allow('coordinator', 'contact', 'professional')
export class EnrolmentsApi {
  constructor(
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
  ) {}

  @Post('sessions/:id/enrolments')
  async enrol(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Body({ schema: enrolmentInput }) input: z.infer<typeof enrolmentInput>,
  ) {
    return this.withPosition(await this.enrolments.enrol(actor, sessionId, input.professionalId));
  }

  @Post('enrolments/:id/cancellation')
  async cancel(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.withPosition(await this.enrolments.cancel(actor, id));
  }

  private async withPosition({ enrolmentId, status }: Seated) {
    const waitingPosition = status === 'waitlisted' ? await this.queries.waitingPosition(enrolmentId) : null;
    return { id: enrolmentId, status, waitingPosition };
  }
}
