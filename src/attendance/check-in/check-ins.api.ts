import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { Operation } from '../../platform/web/operation.js';
import type { Actor } from '../../shared/actor.js';
import { MOST_SIGHTINGS, sentSighting, sightingInput } from './check-in.pages.js';
import { CheckInService } from './check-in.service.js';
import { EntryService } from './entry.service.js';

const id = z.uuid();
const checkInsInput = z.object({ checkIns: z.array(sightingInput).min(1).max(MOST_SIGHTINGS) });
const checkInsAnswer = z.object({
  answers: z.array(
    z.object({
      id,
      outcome: z
        .enum(['saved', 'kept-after-closing', 'refused'])
        .describe('Opgeslagen, bewaard naast de aanwezigheid van een afgesloten uitvoering, of geweigerd.'),
      enrolmentId: id.optional().describe('Wie het is; alleen als het niet geweigerd is.'),
      name: z.string().optional(),
      reason: z.string().optional().describe('Waarom het geweigerd is.'),
    }),
  ),
});
const codesAnswer = z.object({
  enrolmentId: id,
  codes: z.array(
    z.object({ date: z.iso.date(), code: z.string(), url: z.url().describe('Wat er in de QR-code staat.') }),
  ),
});

@Controller('api/v1')
export class CheckInsApi {
  constructor(
    @Inject(CheckInService) private readonly door: CheckInService,
    @Inject(EntryService) private readonly entries: EntryService,
  ) {}

  @Post('sessions/:id/check-ins')
  @HttpCode(200)
  @Allow('coordinator', 'trainer')
  @Operation({
    summary: 'Checkt mensen in, ook achteraf; ieder krijgt een eigen antwoord.',
    answer: checkInsAnswer,
  })
  async checkIn(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: checkInsInput }) { checkIns }: z.infer<typeof checkInsInput>,
  ): Promise<z.infer<typeof checkInsAnswer>> {
    return { answers: await this.door.checkIn(actor, sessionId, checkIns.map(sentSighting)) };
  }

  @Get('enrolments/:id/entry-codes')
  @Allow('professional', 'contact', 'coordinator')
  @Operation({
    summary: 'Geeft de toegangscodes bij een inschrijving, voor elke dag een.',
    answer: codesAnswer,
  })
  async codes(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ): Promise<z.infer<typeof codesAnswer>> {
    const { codes } = await this.entries.codesOf(actor, enrolmentId);
    return { enrolmentId, codes: [...codes] };
  }
}
