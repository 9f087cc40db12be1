import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { marks, takesMinutes, type Marked } from './attendance.rules.js';
import { AttendanceService } from './attendance.service.js';

export const mark = z.enum(marks).describe('Aanwezig, te laat, eerder weg, afwezig of afwezig met bericht.');
export const minutes = z
  .int()
  .min(1)
  .max(720)
  .nullable()
  .describe('Hoeveel minuten te laat of eerder weg; alleen daarbij, en null als u het niet weet.');

/** Refuses minutes beside a mark that they say nothing of. */
export const minutesGoWithMark = <S extends z.ZodType<Marked>>(schema: S) =>
  schema.refine((given) => given.minutes === null || takesMinutes(given.mark), {
    params: { key: 'attendance.minutesOf' },
    path: ['minutes'],
  });
const markAnswer = z.object({
  enrolmentId: z.uuid(),
  partId: z.uuid(),
  mark,
  minutes,
  markedAt: z.iso.datetime(),
});
const marksQuery = apiListQuery
  .omit({ q: true })
  .extend({ session: z.uuid().describe('De uitvoering waarvan u de aanwezigheid vraagt.') });
const marksInput = z.object({
  sessionId: z.uuid(),
  marks: z
    .array(
      minutesGoWithMark(
        z.object({ enrolmentId: z.uuid(), partId: z.uuid(), mark, minutes: minutes.default(null) }),
      ),
    )
    .min(1)
    .max(2000),
  seenAt: z.iso
    .datetime()
    .optional()
    .describe('Wanneer u de lijst las; wie daarna incheckte, blijft aanwezig. Zonder: nu.'),
});
const savedAnswer = z.object({
  changed: z.int().describe('Hoeveel aanwezigheden anders werden; wat al zo stond telt niet mee.'),
  checkedInMeanwhile: z.int().describe('Wie intussen had ingecheckt, en daarom aanwezig blijft.'),
});
const closureAnswer = z.object({ id: z.uuid(), status: z.literal('closed') });

@Controller('api/v1')
@Allow('coordinator', 'trainer')
export class AttendanceApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  @Get('attendance-marks')
  @Operation({
    summary: 'Geeft de aanwezigheid bij een uitvoering, per dagdeel.',
    answer: listAnswer(markAnswer),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: marksQuery }) { session, page, pageSize }: z.infer<typeof marksQuery>,
  ) {
    const { total, rows } = await this.queries.marks(actor, session, {
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const items = rows.map((row) => ({ ...row, markedAt: row.markedAt.toISOString() }));
    return apiList(request, items, { page, pageSize, total });
  }

  @Post('attendance-marks')
  @HttpCode(200)
  @Operation({ summary: 'Legt aanwezigheid vast: alles of niets.', answer: savedAnswer })
  async save(
    @CurrentActor() actor: Actor,
    @Body({ schema: marksInput }) input: z.infer<typeof marksInput>,
  ): Promise<z.infer<typeof savedAnswer>> {
    const seenAt = input.seenAt ? new Date(input.seenAt) : this.clock.now();
    const request = { wishes: input.marks, restPresentIn: null, seenAt };
    return this.attendance.mark(actor, input.sessionId, request);
  }

  @Post('sessions/:id/closure')
  @HttpCode(200)
  @Operation({
    summary: 'Sluit een uitvoering af; wie er recht op heeft krijgt een certificaat.',
    answer: closureAnswer,
  })
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.infer<typeof closureAnswer>> {
    await this.attendance.closeSession(actor, id);
    return { id, status: 'closed' };
  }
}
