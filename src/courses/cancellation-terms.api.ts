import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { MOST_DAYS } from './cancellation-terms.pages.js';
import { CancellationTermsQueries } from './cancellation-terms.queries.js';
import { MOST_STEPS } from './cancellation-terms.rules.js';
import { CancellationTermsService } from './cancellation-terms.service.js';
import { ProviderQueries } from './provider.queries.js';

const terms = z
  .object({
    steps: z
      .array(
        z.object({
          daysBefore: z
            .int()
            .min(0)
            .max(MOST_DAYS)
            .describe('Vanaf zoveel dagen voor de eerste dag van de uitvoering.'),
          percentage: z.int().min(1).max(100).describe('Deel van de prijs dat dan verschuldigd blijft.'),
        }),
      )
      .max(MOST_STEPS)
      .describe('Leeg als afgelasten niets kost.'),
  })
  .meta({ example: { steps: [{ daysBefore: 28, percentage: 50 }] } });

@Controller('api/v1/providers/:id/cancellation-terms')
@Allow('coordinator')
export class CancellationTermsApi {
  constructor(
    @Inject(ProviderQueries) private readonly providers: ProviderQueries,
    @Inject(CancellationTermsQueries) private readonly queries: CancellationTermsQueries,
    @Inject(CancellationTermsService) private readonly service: CancellationTermsService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont wat een aanbieder vraagt als een uitvoering wordt afgelast', answer: terms })
  async show(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.providers.provider(actor, id);
    return { steps: await this.queries.steps(actor, id) };
  }

  @Post()
  @HttpCode(200)
  @Operation({
    summary: 'Legt vast wat een aanbieder vraagt als een uitvoering wordt afgelast',
    answer: terms,
  })
  async set(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: terms }) { steps }: z.infer<typeof terms>,
  ) {
    await this.service.set(actor, id, steps);
    return this.show(actor, id);
  }
}
