import { Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentService } from './enrolment.service.js';

@Controller()
@Allow('professional')
export class EnrolmentController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
  ) {}

  @Post('sessions/:id/enrolment')
  async enrol(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    const { status } = await this.enrolments.enrol(actor, sessionId, actor.professionalId!);
    return this.pages.redirect(reply, `/sessions/${sessionId}`, {
      kind: status === 'confirmed' ? 'ok' : 'info',
      key: status === 'confirmed' ? 'enrolment.done.confirmed' : 'enrolment.done.waitlisted',
    });
  }

  @Post('enrolments/:id/cancellation')
  async cancel(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) enrolmentId: string,
  ) {
    await this.enrolments.cancel(actor, enrolmentId);
    return this.pages.redirect(reply, '/enrolments', { kind: 'ok', key: 'enrolment.done.cancelled' });
  }
}
