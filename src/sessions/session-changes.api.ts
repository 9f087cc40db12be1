import { Body, Controller, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { httpsLink, isoDate, localTime } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { SessionDetailsService } from './session-details.service.js';
import { SessionPartService } from './session-part.service.js';
import { SessionQueries } from './session.queries.js';

const details = {
  payerMunicipalityId: z.uuid(),
  decideOn: isoDate.describe('De dag van het besluit, niet na de eerste dag.'),
  priceCents: z
    .int()
    .min(0)
    .max(999_999_999_999)
    .nullable()
    .default(null)
    .describe('Wat is afgesproken; null is de prijs uit de prijslijst op de laatste dag.'),
  priceIsDemo: z.boolean().default(false).describe('Of de prijs een voorbeeldbedrag is.'),
};
const detailsInput = z.object(details).meta({
  example: {
    ...{ payerMunicipalityId: '0192f3a0-0000-7000-8000-000000000001', decideOn: '2027-01-28' },
    ...{ priceCents: 275000, priceIsDemo: false },
  },
});
const detailsAnswer = z.object({ id: z.uuid(), ...details, decideOn: z.iso.date() });
const part = {
  startTime: localTime,
  endTime: localTime,
  roomId: z.uuid().nullable().default(null).describe('De zaal; zonder zaal is het dagdeel online.'),
  joiningLink: httpsLink
    .nullable()
    .default(null)
    .describe('Het adres (https) om online mee te doen; alleen en altijd voor een dagdeel zonder zaal.'),
  trainerIds: z
    .array(z.uuid())
    .max(10)
    .optional()
    .describe('Wie het dagdeel geeft; zonder dit veld blijven dat dezelfde trainers.'),
};
const partInput = z.object({ date: isoDate, ...part }).meta({
  example: {
    ...{ date: '2027-02-11', startTime: '09:30', endTime: '12:30', joiningLink: null },
    ...{ roomId: '0192f3a0-0000-7000-8000-000000000002', trainerIds: [] },
  },
});
const partAnswer = z.object({
  ...{ ordinal: z.int(), date: z.iso.date(), startTime: z.string(), endTime: z.string() },
  ...{ roomId: z.uuid().nullable(), joiningLink: z.string().nullable(), trainerIds: z.array(z.uuid()) },
});
const id = z.uuid();
const ordinal = z.coerce.number().int().min(1).max(100);

/** Changes of what is planned, each of the version that the session has at that moment. */
@Controller('api/v1/sessions/:id')
@Allow('coordinator')
export class SessionChangesApi {
  constructor(
    @Inject(SessionDetailsService) private readonly details: SessionDetailsService,
    @Inject(SessionPartService) private readonly parts: SessionPartService,
    @Inject(SessionQueries) private readonly queries: SessionQueries,
  ) {}

  @Put()
  @Operation({
    summary: 'Wijzigt wie betaalt, de prijs en de besluitdatum, tot het besluit dat de uitvoering doorgaat',
    answer: detailsAnswer,
    versioned: true,
  })
  async changeDetails(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: detailsInput }) input: z.infer<typeof detailsInput>,
  ): Promise<z.infer<typeof detailsAnswer>> {
    await this.queries.get(actor, sessionId);
    const told = { ...input, priceCents: input.priceCents === null ? null : BigInt(input.priceCents) };
    await ifMatch(request, (version) => this.details.change(actor, sessionId, version, told));
    await this.answerVersion(reply, actor, sessionId);
    return { id: sessionId, ...input };
  }

  @Put('parts/:ordinal')
  @Operation({
    summary: 'Wijzigt wanneer, waar en door wie een dagdeel gegeven wordt; wie dat aangaat, krijgt een mail',
    answer: partAnswer,
    versioned: true,
  })
  async changePart(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('ordinal', { schema: ordinal }) number: number,
    @Body({ schema: partInput }) { trainerIds, ...input }: z.infer<typeof partInput>,
  ): Promise<z.infer<typeof partAnswer>> {
    await this.queries.get(actor, sessionId);
    const change = { ...input, ...(trainerIds && { trainerIds: [...new Set(trainerIds)] }) };
    await ifMatch(request, (version) =>
      this.parts.change(actor, { sessionId, ordinal: number, version }, change),
    );
    await this.answerVersion(reply, actor, sessionId);
    const changed = (await this.queries.parts(actor, sessionId)).find((found) => found.ordinal === number)!;
    return {
      ...{ ordinal: number, date: changed.date, startTime: changed.startTime, endTime: changed.endTime },
      ...{ roomId: changed.roomId, joiningLink: changed.joiningLink },
      trainerIds: changed.trainers.map((trainer) => trainer.id),
    };
  }

  private async answerVersion(reply: WebReply, actor: Actor, sessionId: string): Promise<void> {
    sendVersion(reply, (await this.queries.get(actor, sessionId)).version);
  }
}
