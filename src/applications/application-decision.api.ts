import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ApplicationDecisionService } from './application-decision.service.js';
import { application, awardInput, id, itemOf, refusalInput } from './application-document.js';
import { ApplicationQueries } from './application.queries.js';

@Controller('api/v1/grant-applications/:id')
@Allow('finance')
export class ApplicationDecisionApi {
  constructor(
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ApplicationDecisionService) private readonly service: ApplicationDecisionService,
  ) {}

  @Post('award')
  @HttpCode(201)
  @Operation({
    summary: 'Legt vast wat op een aanvraag is toegekend, en verdeelt het over begroting en trainingen',
    answer: z.object({ grantId: id }),
    status: 201,
  })
  async award(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: awardInput }) { granted, amountCents, ...decided }: z.output<typeof awardInput>,
  ) {
    const grantId = await this.service.award(actor, applicationId, {
      ...{ ...decided, amountCents: BigInt(amountCents) },
      granted: granted.map((row) => ({ ...row, granted: BigInt(row.granted) })),
    });
    return { grantId };
  }

  @Post('refusal')
  @HttpCode(200)
  @Operation({ summary: 'Legt vast dat een aanvraag is afgewezen', answer: application })
  async refuse(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: refusalInput }) { refusedOn }: z.output<typeof refusalInput>,
  ) {
    await this.service.refuse(actor, applicationId, refusedOn);
    return this.show(reply, actor, applicationId);
  }

  private async show(reply: WebReply, actor: Actor, applicationId: string) {
    const found = await this.queries.look(actor, applicationId);
    sendVersion(reply, found.application.version);
    return itemOf(found);
  }
}
