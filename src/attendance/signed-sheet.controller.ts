import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { buildForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { documentFileName } from '../shared/document-type.js';
import { SignedSheets } from './signed-sheet.service.js';

const id = z.uuid();
/** More scans than any session has. */
const FIRST = { limit: 50, offset: 0 };

/** Scans of the sheets that were signed. */
@Controller()
@Allow('coordinator', 'trainer')
export class SignedSheetController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SignedSheets) private readonly sheets: SignedSheets,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  @Get('sessions/:id/signed-sheets')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    return this.page(request, reply, actor, sessionId, false);
  }

  @Post('sessions/:id/signed-sheets')
  async keep(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    // Before the file is taken in: whose session it is.
    await this.queries.titleOf(actor, sessionId);
    const file = await readUpload(request);
    if (!file) return this.page(request, reply, actor, sessionId, true);
    await this.sheets.keep(actor, sessionId, file);
    return this.pages.redirect(reply, `/sessions/${sessionId}/signed-sheets`, {
      kind: 'ok',
      key: 'attendance.signed.kept',
    });
  }

  @Get('signed-sheets/:id/file')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sheetId: string,
  ) {
    const { type, content, date, number } = await this.sheets.file(actor, sheetId);
    return reply
      .type(type)
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `attachment; filename="${documentFileName(`presentielijst-${date}-${number}`, type)}"`,
      )
      .send(content);
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sessionId: string,
    nothingSent: boolean,
  ) {
    const t = this.pages.translate(request);
    const courseTitle = await this.queries.titleOf(actor, sessionId);
    const issues = nothingSent ? [{ path: 'file', message: t('attendance.signed.noFile') }] : [];
    const form = buildForm(
      [
        {
          ...{ name: 'file', kind: 'file', label: 'attendance.signed.file', required: true },
          description: 'attendance.signed.hint',
        },
      ],
      {},
      issues,
      t,
    );
    return this.pages.send(request, reply, {
      view: 'attendance/signed-sheets',
      title: t('attendance.signed.title'),
      status: nothingSent ? 400 : 200,
      model: {
        lead: courseTitle,
        action: `/sessions/${sessionId}/signed-sheets`,
        errorSummary: form.errorSummary,
        fields: form.fields,
        sheets: (await this.sheets.list(actor, sessionId, FIRST)).rows.map((sheet) => ({
          ...sheet,
          href: `/signed-sheets/${sheet.id}/file`,
        })),
      },
      above: [{ href: `/sessions/${sessionId}/attendance`, label: t('attendance.title') }],
    });
  }
}
