import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { courseLevels } from './course-level.rules.js';
import { CourseQueries } from './course.queries.js';
import { vatTreatmentOf, vatTreatments } from './vat.rules.js';

const level = z
  .enum(courseLevels)
  .describe('Van voorlichting op tot specialistisch; terugkomdag; werkbijeenkomst.');
const course = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  level,
  dayParts: z.int().describe('Lengte in dagdelen; een hele dag is twee.'),
  minParticipants: z.int(),
  maxParticipants: z.int(),
  validityMonths: z.int().nullable().describe('Hoe lang een certificaat geldt; null is altijd.'),
  requiredAttendancePercentage: z
    .int()
    .describe('Het deel van de dagdelen dat nodig is voor een certificaat.'),
  provider: z.string(),
  vatTreatment: z.enum(vatTreatments),
  functionIds: z.array(z.uuid()).describe('Voor wie de training is; leeg is voor iedereen.'),
  isDemo: z.boolean().describe('Of aantallen en geldigheid een voorbeeld zijn.'),
  source: z.string(),
  priceCents: z.int().nullable().describe('Alleen voor coördinator en financiën; anders null.'),
  priceIsDemo: z.boolean().nullable().describe('Of de prijs een voorbeeldbedrag is.'),
});
const coursesApiQuery = apiListQuery.extend({ level: level.optional() });

@Controller('api/v1')
@Allow(...roles)
export class CoursesApi {
  constructor(@Inject(CourseQueries) private readonly queries: CourseQueries) {}

  @Get('courses')
  @Operation({ summary: 'Toont de trainingen van de regio', answer: listAnswer(course) })
  async courses(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: coursesApiQuery }) query: z.output<typeof coursesApiQuery>,
  ) {
    const { rows, total } = await this.queries.courses(actor, query, query);
    const items = rows.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      level: row.level,
      dayParts: row.day_parts,
      minParticipants: row.min_participants,
      maxParticipants: row.max_participants,
      validityMonths: row.validity_months,
      requiredAttendancePercentage: row.required_attendance_percentage,
      provider: row.provider,
      vatTreatment: vatTreatmentOf(row),
      functionIds: row.function_ids,
      isDemo: row.is_demo,
      source: row.source,
      priceCents: row.price_cents === null ? null : Number(row.price_cents),
      priceIsDemo: row.price_is_demo,
    }));
    return apiList(request, items, { ...query, total });
  }
}
