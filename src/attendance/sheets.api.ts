import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { SignInSheets } from './sign-in-sheet.service.js';
import { writeSignInSheet } from './sign-in-sheet.js';
import { SignedSheets, type SignedSheetRow } from './signed-sheet.service.js';

const id = z.uuid();
const signedSheet = z.object({
  id: z.uuid(),
  number: z.int().describe('De hoeveelste scan van deze uitvoering.'),
  fileName: z.string(),
  uploadedAt: z.iso.datetime(),
});
const listQuery = apiListQuery.omit({ q: true });

/** The sheet to be signed, and the scans of those that were. */
@Controller('api/v1')
@Allow('coordinator', 'trainer')
export class SheetsApi {
  constructor(
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
    @Inject(SignInSheets) private readonly sheets: SignInSheets,
    @Inject(SignedSheets) private readonly signed: SignedSheets,
  ) {}

  @Get('sessions/:id/sign-in-sheet')
  @Operation({
    summary: 'Geeft de presentielijst om te tekenen, met alle dagen van de uitvoering.',
    answer: null,
    download: { type: 'application/pdf', description: 'De lijst zoals die nu is, met de toegangscodes.' },
  })
  async sheet(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    const reader = { locale: request.locale, t: this.translator(request.locale) };
    const { sheet } = await this.sheets.of(actor, sessionId, reader);
    return reply.type('application/pdf').header('cache-control', 'no-store').send(writeSignInSheet(sheet));
  }

  @Get('sessions/:id/signed-sheets')
  @Operation({
    summary: 'Geeft de scans van getekende presentielijsten van een uitvoering.',
    answer: listAnswer(signedSheet),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: listQuery }) { page, pageSize }: z.infer<typeof listQuery>,
  ) {
    await this.queries.titleOf(actor, sessionId);
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.signed.list(actor, sessionId, slice);
    return apiList(request, rows.map(told), { page, pageSize, total });
  }

  @Post('sessions/:id/signed-sheets')
  @Operation({
    summary: 'Bewaart een scan van een getekende presentielijst, voorgoed.',
    upload: 'Een pdf, jpg of png van hoogstens 10 MB, met alleen de presentielijst.',
    answer: signedSheet,
    status: 201,
  })
  async keep(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    // Before the file is taken in: whose session it is.
    await this.queries.titleOf(actor, sessionId);
    const file = await readUpload(request);
    if (!file) throw new DomainError('not-a-scan');
    return told(await this.signed.keep(actor, sessionId, file));
  }

  @Get('signed-sheets/:id/file')
  @Operation({
    summary: 'Geeft een scan zoals die is bewaard.',
    answer: null,
    download: { type: 'application/octet-stream', description: 'De pdf, jpg of png.' },
  })
  async file(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sheetId: string,
  ) {
    const { type, content } = await this.signed.file(actor, sheetId);
    return reply.type(type).header('cache-control', 'no-store').send(content);
  }
}

const told = ({ id: sheetId, number, fileName, uploadedAt }: SignedSheetRow) => ({
  ...{ id: sheetId, number, fileName },
  uploadedAt: uploadedAt.toISOString(),
});
