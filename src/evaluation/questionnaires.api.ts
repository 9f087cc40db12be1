import { Body, Controller, Get, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import {
  planOf,
  questionnaireAnswer,
  questionnaireInput,
  questionnaireOf,
  questionnairesAnswer,
  type QuestionnaireInput,
} from './evaluation-document.pages.js';
import { moments, type Moment } from './question.rules.js';
import { QuestionnaireQueries } from './questionnaire.queries.js';
import { QuestionnaireService } from './questionnaire.service.js';

const courseId = z.uuid();
const moment = z.enum(moments);

@Controller('api/v1/courses/:id/questionnaires')
@Allow('coordinator')
export class QuestionnairesApi {
  constructor(
    @Inject(QuestionnaireQueries) private readonly queries: QuestionnaireQueries,
    @Inject(QuestionnaireService) private readonly service: QuestionnaireService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont wat deelnemers van een training gevraagd wordt',
    answer: questionnairesAnswer,
  })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: courseId }) id: string) {
    const { questionnaires } = await this.queries.ofCourse(actor, id);
    return { items: questionnaires.map(questionnaireOf) };
  }

  @Get(':moment')
  @Operation({ summary: 'Toont één vragenlijst', answer: questionnaireAnswer, versioned: true })
  async get(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('moment', { schema: moment }) when: Moment,
  ) {
    const row = await this.find(actor, id, when);
    if (!row) throw new DomainError('not-found');
    sendVersion(reply, row.version);
    return questionnaireOf(row);
  }

  @Put(':moment')
  @Operation({
    summary: 'Maakt of wijzigt een vragenlijst; antwoorden blijven bij de vraag zoals die was',
    answer: questionnaireAnswer,
    versioned: true,
  })
  async save(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('moment', { schema: moment }) when: Moment,
    @Body({ schema: questionnaireInput }) input: QuestionnaireInput,
  ) {
    const plan = planOf(input, when);
    // There is no version yet to name of one that is not there.
    if (await this.find(actor, id, when))
      await ifMatch(request, (version) => this.service.save(actor, id, when, version, plan));
    else await this.service.save(actor, id, when, 0, plan);
    return this.get(reply, actor, id, when);
  }

  private async find(actor: Actor, id: string, when: Moment) {
    const { questionnaires } = await this.queries.ofCourse(actor, id);
    return questionnaires.find((each) => each.moment === when);
  }
}
