import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { Operation } from '../../platform/web/operation.js';
import type { WebReply } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { numberParam } from '../certificates.pages.js';
import { OpenBadges } from './open-badge.service.js';

const badgeInput = z.object({
  withName: z
    .boolean()
    .describe('Of uw naam en het nummer van het certificaat leesbaar in de badge komen te staan.'),
});
const badgeAnswer = z.object({
  number: z.string().describe('Het nummer van het certificaat.'),
  madeAt: z.iso.datetime(),
  credential: z
    .record(z.string(), z.unknown())
    .describe('De Open Badge 3.0 met een handtekening volgens eddsa-rdfc-2022.'),
  jwt: z.string().describe('Dezelfde badge als VC-JWT, ondertekend met RS256.'),
});
const withdrawnAnswer = z.object({ number: z.string() });

/** The same badge for other systems of the professional. */
@Controller('api/v1/certificates/:number/open-badge')
@Allow('professional')
export class OpenBadgesApi {
  constructor(@Inject(OpenBadges) private readonly badges: OpenBadges) {}

  @Get()
  @Operation({ summary: 'Geeft de Open Badge van een certificaat.', answer: badgeAnswer })
  async show(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ): Promise<z.input<typeof badgeAnswer>> {
    const { madeAt, credential, jwt } = await this.badges.files(actor, number);
    return {
      ...{ number, madeAt: madeAt.toISOString(), jwt },
      credential: JSON.parse(credential) as Record<string, unknown>,
    };
  }

  @Get('pdf')
  @Operation({
    summary: 'Geeft het certificaat als pdf met de Open Badge erin.',
    answer: null,
    download: { type: 'application/pdf', description: 'Een PDF/A-3a met de badge als bijlage.' },
  })
  async pdf(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const { pdf } = await this.badges.files(actor, number);
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(pdf);
  }

  @Post()
  @Operation({
    summary: 'Maakt de Open Badge van een certificaat; een badge die er al is, blijft zoals hij is.',
    answer: badgeAnswer,
    status: 201,
  })
  async make(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
    @Body({ schema: badgeInput }) choice: z.infer<typeof badgeInput>,
  ): Promise<z.input<typeof badgeAnswer>> {
    await this.badges.make(actor, number, choice);
    return this.show(actor, number);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Operation({ summary: 'Neemt de Open Badge van een certificaat voorgoed terug.', answer: withdrawnAnswer })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ): Promise<z.infer<typeof withdrawnAnswer>> {
    await this.badges.withdraw(actor, number);
    return { number };
  }
}
