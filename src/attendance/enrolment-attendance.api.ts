import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { optionalLines } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { mark, minutes, minutesGoWithMark } from './attendance.api.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { correctionReasons } from './observation.rules.js';
import { MOST_CHARACTERS } from './remark.pages.js';
import { Remarks } from './remark.service.js';

const id = z.uuid();
const correctionInput = z
  .object({
    marks: z
      .array(minutesGoWithMark(z.object({ partId: z.uuid(), mark, minutes: minutes.default(null) })))
      .min(1)
      .max(100)
      .describe('Alleen de dagdelen die anders worden.'),
    reason: z
      .enum(correctionReasons)
      .describe(
        'Verkeerd ingevuld (wrong-mark), te laat binnengekomen inchecken (came-in-late), de getekende lijst (sheet) of aangetoond (proof).',
      ),
  })
  .meta({
    example: {
      marks: [{ partId: '0192f3a0-0000-7000-8000-000000000001', mark: 'late', minutes: 10 }],
      reason: 'sheet',
    },
  });
const correctionAnswer = z.object({
  changed: z.int().describe('Hoeveel aanwezigheden anders werden; wat al zo stond telt niet mee.'),
});
const remark = z
  .object({
    // A document without it says nothing of the remark.
    text: z
      .string()
      .nullable()
      .transform((written): unknown => written)
      .pipe(optionalLines(MOST_CHARACTERS))
      .describe(
        'Kort en zakelijk; null is geen opmerking. Niets over personen of casussen waarover signalen zijn.',
      ),
  })
  .meta({ example: { text: 'Deed alleen het ochtenddeel mee.' } });

/** What is kept of one person's attendance beside the marks. */
@Controller('api/v1/enrolments/:id')
export class EnrolmentAttendanceApi {
  constructor(
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
    @Inject(Remarks) private readonly remarks: Remarks,
  ) {}

  @Post('attendance-correction')
  @HttpCode(200)
  @Allow('coordinator')
  @Operation({
    summary:
      'Verbetert de aanwezigheid na het afsluiten; of er recht is op een certificaat wordt opnieuw bekeken.',
    answer: correctionAnswer,
  })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body({ schema: correctionInput }) { marks, reason }: z.output<typeof correctionInput>,
  ): Promise<z.infer<typeof correctionAnswer>> {
    const { sessionId } = await this.queries.rosterOf(actor, enrolmentId);
    const wishes = marks.map((wish) => ({ ...wish, enrolmentId }));
    return { changed: await this.attendance.correct(actor, sessionId, { marks: wishes, reason }) };
  }

  @Get('remark')
  @Allow('coordinator', 'trainer')
  @Operation({ summary: 'Geeft de opmerking bij iemands deelname.', answer: remark })
  async remark(@CurrentActor() actor: Actor, @Param('id', { schema: id }) enrolmentId: string) {
    return { text: (await this.queries.noted(actor, enrolmentId)).remark };
  }

  @Put('remark')
  @Allow('coordinator', 'trainer')
  @Operation({ summary: 'Schrijft de opmerking bij iemands deelname, of haalt hem weg.', answer: remark })
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body({ schema: remark }) { text }: z.output<typeof remark>,
  ) {
    await this.remarks.write(actor, enrolmentId, text);
    return { text };
  }
}
