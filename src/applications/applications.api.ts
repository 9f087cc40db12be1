import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { application, created, factsInput, id, itemOf, submissionInput } from './application-document.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationService } from './application.service.js';

const listQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/grant-applications')
@Allow('coordinator', 'finance')
export class ApplicationsApi {
  constructor(
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ApplicationService) private readonly service: ApplicationService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de aanvragen voor subsidie', answer: listAnswer(application) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) { page, pageSize }: z.output<typeof listQuery>,
  ) {
    const found = await this.queries.list(actor);
    const items = found.slice((page - 1) * pageSize, page * pageSize).map(itemOf);
    return apiList(request, items, { page, pageSize, total: found.length });
  }

  @Get(':id')
  @Operation({ summary: 'Toont één aanvraag', answer: application, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
  ) {
    const found = await this.queries.look(actor, applicationId);
    sendVersion(reply, found.application.version);
    return itemOf(found);
  }

  @Post()
  @HttpCode(201)
  @Operation({ summary: 'Begint een aanvraag', answer: created, status: 201 })
  async begin(@CurrentActor() actor: Actor, @Body({ schema: factsInput }) sent: z.output<typeof factsInput>) {
    return { id: await this.service.begin(actor, sent) };
  }

  @Put(':id')
  @Operation({
    summary: 'Wijzigt een aanvraag die nog niet is ingediend',
    answer: application,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: factsInput }) sent: z.output<typeof factsInput>,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) => this.service.change(actor, applicationId, version, sent));
    return this.show(reply, actor, applicationId);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Gooit een aanvraag weg die nog niet is ingediend',
    answer: null,
    status: 204,
    versioned: true,
  })
  async discard(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) => this.service.discard(actor, applicationId, version));
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Operation({
    summary: 'Dient een aanvraag in: daarna verandert zij niet meer',
    answer: application,
    versioned: true,
  })
  async submit(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: submissionInput }) { submittedOn }: z.output<typeof submissionInput>,
  ) {
    await this.queries.look(actor, applicationId);
    await ifMatch(request, (version) => this.service.submit(actor, applicationId, version, submittedOn));
    return this.show(reply, actor, applicationId);
  }
}
