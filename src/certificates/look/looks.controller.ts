import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { type FieldIssue, readForm, type SentForm } from '../../platform/web/forms.js';
import { Pages } from '../../platform/web/pages.js';
import { listQuery } from '../../platform/web/pagination.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { readFormWithFile } from '../../platform/web/upload.js';
import { validationMessages } from '../../platform/web/validation-messages.js';
import type { Actor } from '../../shared/actor.js';
import { documentTypeOf } from '../../shared/document-type.js';
import { readLogo } from './logo.js';
import { lookForm, lookPage, looksPage, logoIssue, PAGE_SIZE, refusedPreviewPage } from './looks.pages.js';
import { type LookRow, LooksQueries } from './looks.queries.js';
import { type ChosenLook, Looks } from './looks.service.js';

const looksQuery = z.object({ page: listQuery.shape.page.catch(1) });
const id = z.uuid();

type Read =
  | {
      readonly ok: true;
      readonly version: number;
      readonly chosen: ChosenLook;
      readonly values: SentForm['values'];
    }
  | ({ readonly ok: false } & SentForm & { readonly issues: readonly FieldIssue[] });

/** How certificates look: a coordinator chooses for each municipality, a contact for the own one. */
@Controller('certificate-looks')
@Allow('coordinator', 'contact')
export class LooksController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(LooksQueries) private readonly queries: LooksQueries,
    @Inject(Looks) private readonly looks: Looks,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: looksQuery }) { page }: z.infer<typeof looksQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = { q: null, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    return this.pages.send(request, reply, {
      view: 'certificates/looks',
      title: t('certificates.look.title'),
      model: looksPage(await this.queries.list(actor, slice), page, t),
      above: [{ href: '/certificates', label: t('certificates.nav') }],
    });
  }

  @Get(':municipalityId')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
  ) {
    return this.form(request, reply, await this.looks.one(actor, municipalityId), null, false);
  }

  @Get(':municipalityId/logo')
  async logo(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
  ) {
    const { logo } = await this.looks.one(actor, municipalityId);
    if (!logo) throw new DomainError('not-found');
    return reply.type(documentTypeOf(logo)!).header('cache-control', 'no-store').send(logo);
  }

  @Post(':municipalityId')
  async save(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
  ) {
    const look = await this.looks.one(actor, municipalityId);
    const read = await this.read(request, look);
    if (!read.ok) return this.form(request, reply, look, read, false);
    try {
      await this.looks.choose(actor, municipalityId, read.version, read.chosen);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'changed-meanwhile') throw error;
      const now = await this.looks.one(actor, municipalityId);
      return this.form(request, reply, now, { values: read.values, issues: [] }, true);
    }
    const params = { municipality: look.municipality };
    return this.pages.redirect(reply, '/certificate-looks', {
      ...{ kind: 'ok', key: 'certificates.look.done', params },
    });
  }

  /** What was chosen as a certificate, before any of it is saved. */
  @Post(':municipalityId/preview')
  @HttpCode(200)
  async preview(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('municipalityId', { schema: id }) municipalityId: string,
  ) {
    const look = await this.looks.one(actor, municipalityId);
    const read = await this.read(request, look);
    const t = this.pages.translate(request);
    if (!read.ok)
      return this.pages.send(request, reply, {
        view: 'certificates/refused-look',
        title: t('certificates.look.refusedPreview'),
        status: 400,
        model: refusedPreviewPage(read.issues, t),
        above: [{ href: '/certificate-looks', label: t('certificates.look.title') }],
      });
    const pdf = await this.looks.preview(look, read.chosen, request.locale);
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf);
  }

  /** A file that was chosen takes the place of the logo; else that stays, unless it is to go. */
  private async read(request: WebRequest, look: LookRow): Promise<Read> {
    const { fields, file } = await readFormWithFile(request);
    const t = this.pages.translate(request);
    const form = readForm(lookForm, fields);
    const picture = file && readLogo(file.content);
    const issues = [
      ...(form.ok ? [] : validationMessages(form.issues, t)),
      ...(picture?.ok === false ? [logoIssue(picture.fault, t)] : []),
    ];
    if (!form.ok || picture?.ok === false) return { ok: false, values: fields, issues };
    const { version, accent, removeLogo } = form.value;
    const logo = picture ? picture.content : removeLogo ? null : look.logo;
    return { ok: true, version, chosen: { accent, logo }, values: fields };
  }

  private form(
    request: WebRequest,
    reply: WebReply,
    look: LookRow,
    sent: SentForm | null,
    isConflict: boolean,
  ) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'certificates/look',
      title: t('certificates.look.of', { municipality: look.municipality }),
      status: isConflict ? 409 : sent ? 400 : 200,
      model: lookPage(look, sent, isConflict, t),
      above: [
        { href: '/certificates', label: t('certificates.nav') },
        { href: '/certificate-looks', label: t('certificates.look.title') },
      ],
    });
  }
}
