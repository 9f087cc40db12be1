import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { locales } from '../shared/locale.js';
import { returnedKinds, shownStatuses, withdrawnReasons } from '../shared/message-status.js';
import { MessagesQueries, type MessageDetail, type MessageRow } from './messages.queries.js';
import { hindranceOf, hindrances } from './resending.rules.js';
import { ResendingService } from './resending.service.js';

const message = z.object({
  id: z.uuid(),
  reason: z.string().describe('De aanleiding, zoals `reminder.due` of `enrolment.confirmed`.'),
  locale: z.enum(locales),
  toName: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  status: z.enum(shownStatuses).describe('`returned`: verstuurd, en daarna teruggekomen.'),
  withdrawnReason: z.enum(withdrawnReasons).nullable().describe('Waarom de mail nooit is verstuurd.'),
  attempts: z.int().describe('Hoe vaak is geprobeerd de mail te versturen.'),
  nextAttemptAt: z.iso.datetime().nullable().describe('Wanneer een mail die wacht op zijn vroegst weggaat.'),
  providerAnswer: z.string().nullable().describe('Het laatste antwoord van de mailserver.'),
  sentAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  sessionId: z.uuid().nullable(),
  professionalId: z.uuid().nullable(),
  enrolmentId: z.uuid().nullable(),
  repeatsMessageId: z.uuid().nullable().describe('De mail die met deze opnieuw is verstuurd.'),
  holdsSecret: z.boolean().describe('Of er een link in staat waarmee iemand inlogt of iets beslist.'),
  calendarMethod: z.enum(['REQUEST', 'CANCEL']).nullable(),
  regionWordingVersion: z
    .int()
    .nullable()
    .describe('De versie van de tekst van de regio die erin staat; null als er niets van de regio in staat.'),
  municipalityWordingVersion: z.int().nullable().describe('Hetzelfde van de gemeente.'),
});
const detail = message.extend({
  text: z
    .string()
    .nullable()
    .describe(
      'De gewone tekst; null als er een link in staat waarmee iemand inlogt of iets beslist. Een contactpersoon ziet […] voor links naar andere websites.',
    ),
  html: z.string().nullable(),
  calendarFile: z.string().nullable().describe('De afspraak die erbij zat; alleen voor coördinatoren.'),
  returns: z
    .array(
      z.object({
        kind: z
          .enum(returnedKinds)
          .describe(
            '`undelivered`: niet aangekomen. `delayed`: nog niet aangekomen. `auto-reply`: automatisch antwoord.',
          ),
        answer: z
          .string()
          .nullable()
          .describe('Wat de mailserver zei; de tekst van een automatisch antwoord bewaren we niet.'),
        returnedAt: z.iso.datetime(),
      }),
    )
    .describe('Wat er op deze mail terugkwam.'),
  repeats: z.array(z.uuid()).describe('De mails waarmee deze opnieuw is verstuurd.'),
  resending: z
    .object({
      toName: z.string(),
      toAddress: z.string(),
      hindrance: z.enum(hindrances).nullable().describe('Waarom de mail niet opnieuw kan worden verstuurd.'),
      overtakenBy: z.uuid().nullable().describe('De nieuwere mail, als dat de reden is.'),
    })
    .describe('Waar de mail heen gaat als u die opnieuw verstuurt.'),
});
const listQuery = apiListQuery.extend({
  status: z.enum(shownStatuses).optional().describe('Alleen mail met deze status.'),
  session: z.uuid().optional().describe('Alleen mail over deze uitvoering.'),
  professional: z.uuid().optional().describe('Alleen mail aan deze professional.'),
});
const messageId = z.uuid();

@Controller('api/v1/messages')
@Allow('coordinator', 'contact')
export class MessagesApi {
  constructor(
    @Inject(MessagesQueries) private readonly messages: MessagesQueries,
    @Inject(ResendingService) private readonly resending: ResendingService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont de mail die u mag zien, de nieuwste eerst',
    answer: listAnswer(message),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const { rows, total } = await this.messages.list(actor, query, query);
    return apiList(request, rows.map(messageOf), { ...query, total });
  }

  @Get(':id')
  @Operation({ summary: 'Toont één mail met de tekst', answer: detail })
  async message(@CurrentActor() actor: Actor, @Param('id', { schema: messageId }) id: string) {
    return detailOf(await this.messages.message(actor, id));
  }

  @Post(':id/resending')
  @Operation({
    summary: 'Verstuurt een mail opnieuw naar het adres dat nu in het register staat',
    answer: detail,
    status: 201,
  })
  async resend(@CurrentActor() actor: Actor, @Param('id', { schema: messageId }) id: string) {
    const { resending } = await this.messages.message(actor, id);
    return this.message(actor, await this.resending.resend(actor, id, resending.repeats.length));
  }
}

function messageOf(row: MessageRow): z.input<typeof message> {
  const { id, reason, locale, toName, toAddress, subject, status, withdrawnReason, attempts } = row;
  const { nextAttemptAt, providerAnswer, sentAt, createdAt, sessionId, professionalId, enrolmentId } = row;
  const { repeatsMessageId, holdsSecret, calendarMethod } = row;
  const { regionWordingVersion, municipalityWordingVersion } = row;
  return {
    ...{ id, reason, locale, toName, toAddress, subject, status, withdrawnReason, attempts },
    ...{ providerAnswer, sessionId, professionalId, enrolmentId },
    ...{ repeatsMessageId, holdsSecret, calendarMethod },
    ...{ regionWordingVersion, municipalityWordingVersion },
    nextAttemptAt: status === 'queued' ? nextAttemptAt.toISOString() : null,
    sentAt: sentAt && sentAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

function detailOf(found: MessageDetail): z.input<typeof detail> {
  const { text, html, calendarFile, resending, returns } = found;
  const hindrance = hindranceOf(found, resending);
  return {
    ...messageOf(found),
    ...{ text, html, calendarFile },
    returns: returns.map((back) => ({ ...back, returnedAt: back.returnedAt.toISOString() })),
    repeats: resending.repeats.map(({ id }) => id),
    resending: {
      toName: resending.to.name,
      toAddress: resending.to.address,
      hindrance: hindrance && hindrance.code,
      overtakenBy: hindrance?.news?.id ?? null,
    },
  };
}
