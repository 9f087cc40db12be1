import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CourseQueries } from './course.queries.js';
import { PriceListQueries, type PriceRow } from './price-list.queries.js';
import type { PricePeriod } from './price-list.rules.js';
import { PriceListService } from './price-list.service.js';

const id = z.uuid();
const isDemo = z.boolean().describe('Of het een voorbeeldbedrag is.');
const priceInput = z
  .object({
    validFrom: isoDate
      .nullable()
      .default(null)
      .describe('De eerste dag waarop de prijs geldt; null is vanaf het begin.'),
    priceCents: z.int().min(0).max(999_999_999_999).describe('Per uitvoering, inclusief btw.'),
    isDemo: isDemo.default(false),
    source: requiredText(300).describe('Wie de prijs noemt.'),
  })
  .meta({ example: { validFrom: '2027-01-01', priceCents: 285000, isDemo: true, source: 'voorbeeldprijs' } });
const priceAnswer = z.object({
  id,
  validFrom: z.iso
    .date()
    .nullable()
    .describe('De eerste dag waarop de prijs geldt; null is vanaf het begin.'),
  validUntil: z.iso
    .date()
    .nullable()
    .describe('De laatste dag waarop de prijs geldt; null zolang er geen andere op volgt.'),
  priceCents: z.int(),
  isDemo,
  source: z.string(),
});

@Controller('api/v1/courses/:id/prices')
@Allow('coordinator')
export class PriceListApi {
  constructor(
    @Inject(CourseQueries) private readonly courses: CourseQueries,
    @Inject(PriceListQueries) private readonly queries: PriceListQueries,
    @Inject(PriceListService) private readonly service: PriceListService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  @Operation({
    summary: 'Toont de prijzen van een training, in de volgorde waarin ze gelden',
    answer: listAnswer(priceAnswer),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Query({ schema: apiListQuery }) { page, pageSize }: z.output<typeof apiListQuery>,
  ) {
    await this.courses.course(actor, courseId);
    const prices = await this.queries.ofCourse(actor, courseId);
    const shown = prices.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, shown.map(priceOf), { page, pageSize, total: prices.length });
  }

  @Post()
  @Operation({
    summary:
      'Voegt een prijs toe. Hij geldt tot de dag van de volgende; wat al is vastgelegd, houdt zijn bedrag',
    answer: priceAnswer,
    status: 201,
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Body({ schema: priceInput }) input: z.output<typeof priceInput>,
  ) {
    const added = await this.service.add(actor, courseId, { ...input, priceCents: String(input.priceCents) });
    return priceOf(await this.queries.price(actor, courseId, added));
  }

  @Post(':priceId/withdrawal')
  @HttpCode(200)
  @Operation({
    summary: 'Haalt een prijs van de lijst; de prijs ervoor geldt dan langer',
    answer: priceAnswer,
  })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Param('priceId', { schema: id }) priceId: string,
  ) {
    const price = await this.queries.price(actor, courseId, priceId);
    await this.service.withdraw(actor, courseId, priceId);
    return priceOf(price);
  }
}

function priceOf({ priceCents, ...price }: PricePeriod<PriceRow>): z.output<typeof priceAnswer> {
  const { id: priceId, validFrom, validUntil, isDemo: demo, source } = price;
  return { ...{ id: priceId, validFrom, validUntil }, priceCents: Number(priceCents), isDemo: demo, source };
}
