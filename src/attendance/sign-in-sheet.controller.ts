import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { SignInSheets } from './sign-in-sheet.service.js';
import { writeSignInSheet } from './sign-in-sheet.js';

/** The list on paper that is signed at the door. */
@Controller('sessions/:id/sign-in-sheet')
@Allow('coordinator', 'trainer')
export class SignInSheetController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SignInSheets) private readonly sheets: SignInSheets,
  ) {}

  @Get()
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    const reader = { locale: request.locale, t: this.pages.translate(request) };
    const { sheet, date } = await this.sheets.of(actor, sessionId, reader);
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `inline; filename="${reader.t('attendance.sheet.fileName', { date })}.pdf"`,
      )
      .send(writeSignInSheet(sheet));
  }
}
