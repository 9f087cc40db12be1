import { Body, Controller, Get, Inject, Put, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { NoticeChoiceService } from './notice-choice.service.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { NoticesQueries } from './notices.queries.js';
import { defaultSetting, deliveries, MOST_LEAD_DAYS, noticeKinds, type NoticeKind } from './notices.rules.js';

const setting = (about: string) =>
  z
    .object({
      isOn: z.boolean().describe('Of deze melding wordt verstuurd.'),
      leadDays: z.int().min(0).max(MOST_LEAD_DAYS).describe('Hoeveel werkdagen vooraf of daarna.'),
    })
    .describe(about);
const settings = z
  .object({
    sessionUndecided: setting(
      'Aan coördinatoren: het besluit of een uitvoering doorgaat is nabij, en er zijn te weinig mensen.',
    ),
    offerUntaken: setting('Aan coördinatoren: een aangeboden plaats wordt niet aangenomen.'),
    sessionUnclosed: setting('Aan coördinatoren: een training is geweest, en is nog niet afgesloten.'),
    sessionToClose: setting(
      'Aan trainers die hem gaven: een training is geweest, en is nog niet afgesloten. Elke week opnieuw.',
    ),
    mailReturned: setting('Aan coördinatoren: een mail die was verstuurd, is teruggekomen.'),
    approvalWaiting: setting('Aan contactpersonen: een aanvraag wacht op goedkeuring.'),
    reservedUnused: setting(
      'Aan contactpersonen: plaatsen die voor hun gemeente zijn gereserveerd, zijn nog vrij en gaan bijna naar iedereen.',
    ),
    entryLevelMissing: setting(
      'Aan contactpersonen: iemand is ingeschreven of wacht zonder het niveau dat de training vraagt.',
    ),
    invoiceMissing: setting('Aan financiën: een training is geweest, en de laatste factuur ontbreekt.'),
    budgetNearlySpent: setting('Aan financiën: een begrotingspost van dit jaar is bijna op.'),
    budgetLeftOver: setting(
      'Aan financiën: van een begrotingspost blijft waarschijnlijk geld over, en er is bijna geen tijd meer om het te gebruiken.',
    ),
    accountabilityDue: setting('Aan financiën: de verantwoording van een subsidie nadert.'),
  } satisfies Record<NoticeKind, z.ZodType>)
  .meta({ example: Object.fromEntries(noticeKinds.map((kind) => [kind, defaultSetting(kind)])) });
const choice = z
  .object({
    delivery: z
      .enum(deliveries)
      .describe('Voor elke melding een mail (at-once), of een mail per werkdag met alle meldingen (daily).'),
  })
  .meta({ example: { delivery: 'daily' } });

@Controller('api/v1')
export class NoticesApi {
  constructor(
    @Inject(NoticesQueries) private readonly queries: NoticesQueries,
    @Inject(NoticeSettingsService) private readonly service: NoticeSettingsService,
    @Inject(NoticeChoiceService) private readonly choices: NoticeChoiceService,
  ) {}

  @Get('notice-settings')
  @Allow('coordinator')
  @Operation({ summary: 'Geeft welke meldingen de regio verstuurt', answer: settings, versioned: true })
  async settings(@Res({ passthrough: true }) reply: WebReply, @CurrentActor() actor: Actor) {
    const found = await this.queries.settings(actor);
    sendVersion(reply, found.version);
    return found.settings;
  }

  @Put('notice-settings')
  @Allow('coordinator')
  @Operation({
    summary: 'Bepaalt welke meldingen de regio verstuurt, vanaf de volgende werkdag',
    answer: settings,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: settings }) told: z.output<typeof settings>,
  ) {
    await ifMatch(request, (version) => this.service.change(actor, version, told));
    return this.settings(reply, actor);
  }

  @Get('notice-preferences')
  @Allow('coordinator', 'contact', 'trainer', 'finance')
  @Operation({ summary: 'Geeft hoe u meldingen krijgt', answer: choice })
  async choice(@CurrentActor() actor: Actor) {
    return { delivery: await this.queries.delivery(actor) };
  }

  @Put('notice-preferences')
  @Allow('coordinator', 'contact', 'trainer', 'finance')
  @Operation({ summary: 'Bepaalt hoe u meldingen krijgt', answer: choice })
  async choose(@CurrentActor() actor: Actor, @Body({ schema: choice }) told: z.output<typeof choice>) {
    await this.choices.choose(actor, told.delivery);
    return told;
  }
}
