import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { locales } from '../shared/locale.js';
import { longestOf, mailKinds, valueNames, valuesOf } from '../wording/mail-kinds.rules.js';
import { WordingQueries, type Standing } from '../wording/wording.queries.js';
import { eachBlock, textsOf, type Texts } from '../wording/wording.rules.js';
import { WordingService } from '../wording/wording.service.js';
import { idOf, mailTextId, textsOfKind, type MailTextId } from './mail-text-fields.pages.js';
import { PreviewService } from './preview.service.js';

const about = {
  subject: 'Het onderwerp, op één regel.',
  opening: 'Het begin van de mail, onder de aanhef; elke regel wordt een alinea.',
  practical: 'Praktische informatie, boven de gegevens van de training.',
  closing: 'Het slot van de mail, onder de knop.',
};
const ownTexts = z
  .object(
    eachBlock((block) =>
      z
        .string()
        .max(longestOf(block))
        .nullable()
        .describe(`${about[block]} Null voor de tekst die er anders staat.`),
    ),
  )
  .meta({
    example: {
      subject: null,
      opening: 'Fijn dat u meedoet aan {{course}}, {{name}}.',
      practical: 'Parkeren kan achter het stadhuis.\nEr is lunch.',
      closing: null,
    },
  });
const texts = z.object(eachBlock((block) => z.string().describe(about[block])));
const listed = z.object({
  id: z.string().describe('De soort mail en de taal, zoals `reminder-nl`.'),
  kind: z.enum(mailKinds),
  locale: z.enum(locales),
  hasOwnText: z
    .boolean()
    .describe('Of de regio, of voor een contactpersoon de gemeente, een eigen tekst heeft.'),
});
const mailText = listed.extend({
  own: ownTexts.describe('De eigen tekst van de regio, of van de gemeente van een contactpersoon.'),
  otherwise: texts.describe('Wat er zonder eigen tekst staat.'),
  values: z
    .array(z.enum(valueNames))
    .describe('Welke gegevens de tekst kan noemen, tussen dubbele accolades.'),
});
const preview = z.object({ subject: z.string(), html: z.string(), text: z.string() });

@Controller('api/v1/mail-texts')
@Allow('coordinator', 'contact')
export class MailTextsApi {
  constructor(
    @Inject(WordingQueries) private readonly queries: WordingQueries,
    @Inject(WordingService) private readonly wording: WordingService,
    @Inject(PreviewService) private readonly previews: PreviewService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont van welke mail u de tekst kunt wijzigen', answer: listAnswer(listed) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) { page, pageSize, q }: z.output<typeof apiListQuery>,
  ) {
    const written = await this.queries.written(actor);
    const all = mailKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));
    const found = all.filter((mail) => q === null || idOf(mail).includes(q.toLowerCase()));
    const items = found.slice((page - 1) * pageSize, page * pageSize).map((mail) => {
      const own = written.some(
        ({ kind, locale, municipality }) =>
          kind === mail.kind &&
          locale === mail.locale &&
          (municipality !== null) === (actor.role === 'contact'),
      );
      return { id: idOf(mail), ...mail, hasOwnText: own };
    });
    return apiList(request, items, { page, pageSize, total: found.length });
  }

  @Get(':id')
  @Operation({ summary: 'Geeft de tekst van één soort mail in één taal', answer: mailText, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
  ) {
    const standing = await this.queries.standing(actor, mail);
    sendVersion(reply, standing.version);
    return answerOf(mail, standing);
  }

  @Put(':id')
  @Operation({
    summary: 'Wijzigt de tekst van een mail, voor mail die vanaf nu wordt geschreven',
    answer: mailText,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
    @Body({ schema: ownTexts }) told: z.output<typeof ownTexts>,
  ) {
    const checked = await this.checked(actor, mail, told);
    await ifMatch(request, (version) => this.wording.write(actor, mail, version, checked));
    return this.show(reply, actor, mail);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Operation({
    summary: 'Toont hoe een mail er met deze tekst uitziet; er wordt niets opgeslagen of verstuurd',
    answer: preview,
  })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
    @Body({ schema: ownTexts }) told: z.output<typeof ownTexts>,
  ) {
    return this.previews.preview(actor, mail, await this.checked(actor, mail, told));
  }

  /** What a text may name depends on the kind of mail, which the body does not tell. */
  private async checked(actor: Actor, mail: MailTextId, told: z.output<typeof ownTexts>): Promise<Texts> {
    const { otherwise } = await this.queries.standing(actor, mail);
    const result = textsOfKind(mail.kind).safeParse(textsOf(told, otherwise), { reportInput: true });
    if (!result.success) throw new InvalidInput(result.error.issues);
    return result.data;
  }
}

function answerOf(mail: MailTextId, { own, otherwise }: Standing) {
  return {
    ...{ id: idOf(mail), ...mail, own, otherwise, values: valuesOf(mail.kind) },
    hasOwnText: Object.values(own).some((text) => text !== null),
  };
}
