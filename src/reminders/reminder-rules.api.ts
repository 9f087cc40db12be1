import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { localTime } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ReminderRuleQueries } from './reminder-rule.queries.js';
import { ReminderRuleService } from './reminder-rule.service.js';
import { MOST_DAYS_BEFORE } from './reminder-rules.pages.js';
import { dayKinds, toldOfRule, type RegionRule } from './reminder.rules.js';

/** When a rule sends its reminder. */
export const ruleWords = z.object({
  dayKind: z
    .enum(dayKinds)
    .describe('Of de regel alle dagen telt of alleen werkdagen: geen weekend en geen feestdagen.'),
  daysBefore: z.int().min(0).max(MOST_DAYS_BEFORE).describe('Hoeveel dagen voor het eerste dagdeel.'),
  localTime: localTime.describe('Hoe laat, in Nederlandse tijd.'),
});
const ruleInput = ruleWords
  .extend({ isOn: z.boolean().describe('Of de regel herinneringen verstuurt.') })
  .meta({ example: { dayKind: 'working', daysBefore: 2, localTime: '09:00', isOn: true } });
const rule = ruleInput.extend({ id: z.uuid() });
const ruleId = z.uuid();

@Controller('api/v1/reminder-rules')
@Allow('coordinator')
export class ReminderRulesApi {
  constructor(
    @Inject(ReminderRuleQueries) private readonly queries: ReminderRuleQueries,
    @Inject(ReminderRuleService) private readonly service: ReminderRuleService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de regels voor herinneringen van de regio', answer: listAnswer(rule) })
  async rules(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.service.rules(actor, query);
    return apiList(request, rows.map(ruleOf), { ...query, total });
  }

  @Get(':id')
  @Operation({ summary: 'Toont één regel voor herinneringen', answer: rule, versioned: true })
  async rule(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ruleId }) id: string,
  ) {
    const row = await this.queries.rule(actor, id);
    sendVersion(reply, row.version);
    return ruleOf(row);
  }

  @Post()
  @Operation({
    summary: 'Voegt een regel voor herinneringen toe, die vanaf nu geldt',
    answer: rule,
    versioned: true,
    status: 201,
  })
  async add(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: ruleInput }) input: z.output<typeof ruleInput>,
  ) {
    return this.rule(reply, actor, await this.service.add(actor, input));
  }

  @Put(':id')
  @Operation({
    summary: 'Wijzigt een regel voor herinneringen vanaf nu, of zet die uit of aan',
    answer: rule,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ruleId }) id: string,
    @Body({ schema: ruleInput }) input: z.output<typeof ruleInput>,
  ) {
    await this.queries.rule(actor, id);
    await ifMatch(request, (version) => this.service.change(actor, id, version, input));
    return this.rule(reply, actor, id);
  }
}

const ruleOf = (found: RegionRule) => ({ id: found.id, ...toldOfRule(found) });
