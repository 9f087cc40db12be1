import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import type { MessageKey } from '../../messages.js';
import { apiList, apiListQuery, listAnswer } from '../../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../../platform/web/etag.js';
import { Operation } from '../../platform/web/operation.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { readLogo } from './logo.js';
import { accentField } from './looks.pages.js';
import { LooksQueries } from './looks.queries.js';
import { Looks } from './looks.service.js';

const id = z.uuid();
const colour = 'De kleur van titel en balken, als #rrggbb; null voor de kleur van Leerlijn.';
const listed = z.object({
  municipalityId: id,
  municipality: z.string(),
  accent: z.string().nullable().describe(colour),
  hasLogo: z.boolean(),
});
const answer = listed.omit({ hasLogo: true }).extend({
  logo: z
    .string()
    .nullable()
    .describe('Het logo als base64 van een png of jpg, zoals het op certificaten komt; null als er geen is.'),
});

/** As long as a file of one megabyte less what makes the document around it: longer bodies are refused as a whole. */
const logoField = z
  .string()
  .nullable()
  .transform((sent, context) => {
    if (sent === null) return null;
    const picture = z.base64().safeParse(sent).success ? readLogo(Buffer.from(sent, 'base64')) : null;
    if (picture?.ok) return picture.content;
    const fault = picture ? picture.fault : 'base64';
    const key = `certificates.look.fault.${fault}` satisfies MessageKey;
    context.addIssue({ code: 'custom', params: { key } });
    return z.NEVER;
  });
const lookInput = z
  .object({
    accent: accentField.describe(`${colour} Het contrast met wit is minstens 4,5.`),
    logo: logoField.describe(
      'Een png of jpg als base64, van hoogstens 2.000 pixels breed en hoog. Een png wordt verkleind en doorzichtige delen worden wit. Null voor geen logo.',
    ),
  })
  .meta({ example: { accent: '#0b5c4b', logo: null } });

@Controller('api/v1/certificate-looks')
@Allow('coordinator', 'contact')
export class LooksApi {
  constructor(
    @Inject(LooksQueries) private readonly queries: LooksQueries,
    @Inject(Looks) private readonly looks: Looks,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont hoe certificaten van de gemeenten eruitzien waarvoor u dat mag kiezen',
    answer: listAnswer(listed),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) { page, pageSize, q }: z.output<typeof apiListQuery>,
  ) {
    const slice = { q, limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.queries.list(actor, slice);
    const items = rows.map(({ version: _version, writtenAt: _at, ...look }) => look);
    return apiList(request, items, { page, pageSize, total });
  }

  @Get(':municipalityId')
  @Operation({ summary: 'Geeft hoe certificaten van een gemeente eruitzien', answer, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
  ): Promise<z.output<typeof answer>> {
    const { municipality, version, accent, logo } = await this.looks.one(actor, municipalityId);
    sendVersion(reply, version);
    return { municipalityId, municipality, accent, logo: logo && logo.toString('base64') };
  }

  @Put(':municipalityId')
  @Operation({
    summary: 'Kiest hoe certificaten van een gemeente eruitzien die vanaf nu worden gegeven',
    answer,
    versioned: true,
  })
  async choose(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
    @Body({ schema: lookInput }) chosen: z.output<typeof lookInput>,
  ) {
    await this.looks.one(actor, municipalityId);
    await ifMatch(request, (version) => this.looks.choose(actor, municipalityId, version, chosen));
    return this.show(reply, actor, municipalityId);
  }

  @Post(':municipalityId/preview')
  @HttpCode(200)
  @Operation({
    summary: 'Geeft een voorbeeld van een certificaat dat er zo uitziet; er wordt niets opgeslagen',
    answer: null,
    download: { type: 'application/pdf', description: 'Een certificaat van niemand.' },
  })
  async preview(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
    @Body({ schema: lookInput }) chosen: z.output<typeof lookInput>,
  ) {
    const look = await this.looks.one(actor, municipalityId);
    const pdf = await this.looks.preview(look, chosen, request.locale);
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf);
  }
}
