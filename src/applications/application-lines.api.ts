import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { application, id, itemOf, lineInput, lineOf } from './application-document.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationService } from './application.service.js';

@Controller('api/v1/grant-applications/:id/lines')
@Allow('coordinator', 'finance')
export class ApplicationLinesApi {
  constructor(
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ApplicationService) private readonly service: ApplicationService,
  ) {}

  @Post()
  @HttpCode(201)
  @Operation({
    summary: 'Voegt trainingen of een andere post toe',
    answer: application,
    status: 201,
    versioned: true,
  })
  async addLine(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: lineInput }) sent: z.output<typeof lineInput>,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) => this.service.putLine(actor, applicationId, version, lineOf(sent)));
    return this.show(reply, actor, applicationId);
  }

  @Put(':lineId')
  @Operation({ summary: 'Wijzigt een regel van een aanvraag', answer: application, versioned: true })
  async changeLine(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Param('lineId', { schema: id }) lineId: string,
    @Body({ schema: lineInput }) sent: z.output<typeof lineInput>,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) =>
      this.service.putLine(actor, applicationId, version, lineOf(sent), lineId),
    );
    return this.show(reply, actor, applicationId);
  }

  @Delete(':lineId')
  @Operation({ summary: 'Haalt een regel van een aanvraag weg', answer: application, versioned: true })
  async removeLine(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Param('lineId', { schema: id }) lineId: string,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) => this.service.removeLine(actor, applicationId, version, lineId));
    return this.show(reply, actor, applicationId);
  }

  private async show(reply: WebReply, actor: Actor, applicationId: string) {
    const found = await this.queries.look(actor, applicationId);
    sendVersion(reply, found.application.version);
    return itemOf(found);
  }
}
