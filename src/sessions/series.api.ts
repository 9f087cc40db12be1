import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { seriesIssue, seriesWish, wishOf } from './series.pages.js';
import { clashKinds } from './clash.rules.js';
import { SeriesQueries } from './series.queries.js';
import { MOST_TIMES } from './series.rules.js';
import { SessionCopyQueries } from './session-copy.queries.js';
import { SessionCopyService } from './session-copy.service.js';

const id = z.uuid();
const seriesQuery = seriesWish(isoDate);
const copyInput = z.object({
  firstDates: z
    .array(isoDate)
    .min(1)
    .max(MOST_TIMES)
    .refine((dates) => new Set(dates).size === dates.length)
    .describe('De eerste dag van elke nieuwe uitvoering; de andere dagdelen schuiven evenveel dagen mee.'),
});
const copiesAnswer = z.object({
  sessions: z.array(z.object({ id: z.uuid(), firstDate: z.iso.date() })),
});
const seriesAnswer = z.object({
  dates: z.array(
    z.object({
      firstDate: z.iso.date(),
      daysOff: z
        .array(z.object({ date: z.iso.date(), name: z.string() }))
        .describe('Feestdagen en schoolvakanties waarop een dagdeel zou vallen.'),
      faults: z.array(z.string()).describe('Waarom de uitvoering op deze dag niet kan.'),
      clashes: z
        .array(z.object({ kind: z.enum(clashKinds), who: z.string(), sessionId: z.uuid().nullable() }))
        .describe('Welke uitvoering een trainer of zaal al nodig heeft.'),
    }),
  ),
});

/** Sessions after the example of another one. */
@Controller('api/v1/sessions/:id')
@Allow('coordinator')
export class SeriesApi {
  constructor(
    @Inject(SeriesQueries) private readonly series: SeriesQueries,
    @Inject(SessionCopyQueries) private readonly templates: SessionCopyQueries,
    @Inject(SessionCopyService) private readonly copies: SessionCopyService,
  ) {}

  @Get('series')
  @Operation({
    summary: 'Geeft de dagen van een reeks na deze uitvoering, en wat er in de weg staat.',
    answer: seriesAnswer,
  })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: seriesQuery }) query: z.infer<typeof seriesQuery>,
  ): Promise<z.infer<typeof seriesAnswer>> {
    const template = await this.templates.template(actor, sessionId);
    const preview = await this.series.preview(actor, template, wishOf(query), query.schoolArea);
    if (!preview.ok) throw new InvalidInput([seriesIssue(preview.fault)]);
    return {
      dates: preview.rows.map(({ firstDate, daysOff, faults, clashes }) => ({
        firstDate,
        daysOff: daysOff.map((dayOff) => ({
          date: dayOff.date,
          name: 'publicHoliday' in dayOff ? dayOff.publicHoliday : dayOff.schoolHoliday.name,
        })),
        faults: faults.map(({ reason }) => reason),
        clashes: clashes.map((clash) => ({
          ...{ kind: clash.kind, who: clash.who },
          sessionId: 'booking' in clash ? clash.booking.sessionId : null,
        })),
      })),
    };
  }

  @Post('copies')
  @Operation({
    summary: 'Plant deze uitvoering ook op andere dagen, als concept: allemaal of geen.',
    answer: copiesAnswer,
    status: 201,
  })
  async copy(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: copyInput }) { firstDates }: z.infer<typeof copyInput>,
  ): Promise<z.infer<typeof copiesAnswer>> {
    const ids = await this.copies.copyTo(actor, sessionId, firstDates);
    return { sessions: ids.map((copyId, index) => ({ id: copyId, firstDate: firstDates[index]! })) };
  }
}
