import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ruleWords } from './reminder-rules.api.js';
import { reminderStatuses, withdrawnReasons } from './reminder-status.rules.js';
import { ReminderQueries } from './reminder.queries.js';

const status = z.enum(reminderStatuses);
const reminder = z.object({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  rule: ruleWords
    .extend({ id: z.uuid() })
    .describe('De regel die zegt wanneer de herinnering gaat, zoals die nu is.'),
  dueAt: z.iso.datetime(),
  status,
  withdrawnReason: z.enum(withdrawnReasons).nullable(),
});
const listQuery = apiListQuery.extend({
  status: status.optional().describe('Alleen herinneringen met deze status.'),
  enrolmentId: z.uuid().optional().describe('Alleen herinneringen voor deze inschrijving.'),
});

@Controller('api/v1/reminders')
@Allow('coordinator', 'contact', 'professional')
export class RemindersApi {
  constructor(@Inject(ReminderQueries) private readonly reminders: ReminderQueries) {}

  @Get()
  @Operation({
    summary: 'Toont de geplande en verstuurde herinneringen die u mag zien',
    answer: listAnswer(reminder),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const { page, pageSize, q } = query;
    const filter = { status: query.status ?? null, enrolmentId: query.enrolmentId ?? null, q };
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.reminders.list(actor, filter, slice);
    return apiList(request, rows, { page, pageSize, total });
  }
}
