import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { RosterQueries } from './roster.queries.js';
import { WishesQueries } from './wishes.queries.js';
import { LONGEST_WISH, NO_WISHES } from './wishes.rules.js';
import { EnrolmentWishes } from './wishes.service.js';

const ABOUT = 'Schrijf niets over personen of zaken uit het werk.';
const wish = requiredText(LONGEST_WISH).nullable();
const wishesInput = z.object({
  dietary: wish.describe(`Wat iemand niet eet. ${ABOUT}`),
  accessibility: wish.describe(`Wat iemand nodig heeft om mee te doen. ${ABOUT}`),
});
const wishesAnswer = z.object({ dietary: z.string().nullable(), accessibility: z.string().nullable() });
const askedWishes = z.object({
  asksDietary: z.boolean().describe('Of deelnemers naar dieetwensen wordt gevraagd.'),
  asksAccessibility: z
    .boolean()
    .describe('Of deelnemers wordt gevraagd wat zij nodig hebben om mee te doen.'),
});
const uuid = z.uuid();

/** Wishes stand in no list: they are asked for one enrolment at a time. */
@Controller('api/v1')
export class WishesApi {
  constructor(
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(WishesQueries) private readonly queries: WishesQueries,
    @Inject(EnrolmentWishes) private readonly wishes: EnrolmentWishes,
  ) {}

  @Get('sessions/:id/asked-wishes')
  @Allow('coordinator', 'trainer')
  @Operation({ summary: 'Geeft naar welke wensen een uitvoering vraagt', answer: askedWishes })
  async asked(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) sessionId: string) {
    const { asksDietary, asksAccessibility } = await this.roster.session(actor, sessionId);
    return { asksDietary, asksAccessibility };
  }

  @Put('sessions/:id/asked-wishes')
  @Allow('coordinator')
  @Operation({
    summary:
      'Bepaalt naar welke wensen een uitvoering vraagt; wat niet meer wordt gevraagd, wordt verwijderd',
    answer: askedWishes,
  })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: askedWishes }) asked: z.output<typeof askedWishes>,
  ) {
    await this.wishes.ask(actor, sessionId, asked);
    return asked;
  }

  @Get('enrolments/:id/wishes')
  @Allow('professional', 'coordinator', 'trainer')
  @Operation({ summary: 'Geeft de wensen bij een inschrijving', answer: wishesAnswer })
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    const { dietary, accessibility } = await this.queries.ofEnrolment(actor, id);
    return { dietary, accessibility };
  }

  @Put('enrolments/:id/wishes')
  @Allow('professional')
  @Operation({
    summary:
      'Bewaart de eigen wensen, tot het begin; waar de uitvoering niet naar vraagt, wordt niet bewaard',
    answer: wishesAnswer,
  })
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: wishesInput }) input: z.output<typeof wishesInput>,
  ) {
    await this.wishes.write(actor, id, input);
    return this.get(actor, id);
  }

  @Delete('enrolments/:id/wishes')
  @Allow('professional')
  @HttpCode(200)
  @Operation({ summary: 'Verwijdert de eigen wensen', answer: wishesAnswer })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: uuid }) id: string) {
    await this.wishes.write(actor, id, NO_WISHES);
    return this.get(actor, id);
  }
}
