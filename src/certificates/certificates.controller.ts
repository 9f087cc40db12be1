import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { buildForm, readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor, Role } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import {
  certificatesPage,
  certificatesQuery,
  numberParam,
  PAGE_SIZE,
  revocationFields,
  revocationForm,
} from './certificates.pages.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificateBundle } from './certificate-bundle.service.js';
import { CertificateFiles } from './certificate-files.service.js';
import { CertificatesService } from './certificates.service.js';

@Controller('certificates')
export class CertificatesController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CertificatesService) private readonly certificates: CertificatesService,
    @Inject(CertificateBundle) private readonly bundle: CertificateBundle,
    @Inject(CertificateFiles) private readonly files: CertificateFiles,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
  ) {}

  @Get()
  @Allow('professional', 'contact', 'coordinator')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: certificatesQuery }) query: z.infer<typeof certificatesQuery>,
  ) {
    const t = this.pages.translate(request);
    const today = localDateOf(this.clock.now());
    const slice = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
    const found = await this.queries.list(actor, { ...query, today }, slice);
    const reader = { role: actor.role as Role, today, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'certificates/list',
      title: t('certificates.title'),
      model: certificatesPage(found, query, reader, t),
    });
  }

  /** All that the list shows in one ZIP. The length that is told beforehand lets the browser show how far it is. */
  @Get('zip')
  @Allow('professional', 'contact', 'coordinator')
  async zip(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: certificatesQuery }) query: z.infer<typeof certificatesQuery>,
  ) {
    const { length, content } = await this.bundle.zip(actor, {
      ...query,
      today: localDateOf(this.clock.now()),
    });
    if (length !== null) void reply.header('content-length', length);
    return this.named(reply, `${this.pages.translate(request)('certificates.bundle.file')}.zip`)
      .type('application/zip')
      .send(content);
  }

  /** All that the list shows in one PDF, with its length as for the ZIP. */
  @Get('print')
  @Allow('professional', 'contact', 'coordinator')
  async print(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: certificatesQuery }) query: z.infer<typeof certificatesQuery>,
  ) {
    const t = this.pages.translate(request);
    const filter = { ...query, today: localDateOf(this.clock.now()) };
    const about = { title: t('certificates.title'), locale: request.locale };
    const { length, content } = await this.bundle.print(actor, filter, about);
    return this.named(reply, `${t('certificates.bundle.file')}.pdf`)
      .type('application/pdf')
      .header('content-length', length)
      .send(content);
  }

  @Get(':number/pdf')
  @Allow('professional', 'contact', 'coordinator')
  async pdf(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const pdf = await this.files.pdf(actor, number);
    return this.named(reply, `certificaat-${number}.pdf`).type('application/pdf').send(pdf);
  }

  /** Says what revoking does before it is done. */
  @Get(':number/revocation')
  @Allow('coordinator')
  showRevocation(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    return this.revocationPage(request, reply, actor, number);
  }

  @Post(':number/revocation')
  @Allow('coordinator')
  async revoke(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
    @Body() body: unknown,
  ) {
    const form = readForm(revocationForm, body);
    if (!form.ok) return this.revocationPage(request, reply, actor, number, form.issues);
    await this.certificates.revoke(actor, number, form.value.reason);
    return this.pages.redirect(reply, `/certificates?q=${number}`, {
      kind: 'ok',
      key: 'certificates.revoke.done',
      params: { number },
    });
  }

  private named(reply: WebReply, name: string): WebReply {
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store');
  }

  private async revocationPage(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    number: string,
    issues: readonly z.core.$ZodIssue[] = [],
  ) {
    const t = this.pages.translate(request);
    const certificate = await this.queries.byNumber(actor, number);
    if (!certificate) throw new DomainError('not-found');
    if (certificate.revokedAt) throw new DomainError('certificate-revoked');
    const { professionalName, courseTitle } = certificate;
    return this.pages.send(request, reply, {
      view: 'certificates/revoke',
      title: t('certificates.revoke.title'),
      status: issues.length === 0 ? 200 : 400,
      model: {
        ...{ number, professionalName, courseTitle },
        form: buildForm(revocationFields(t), {}, validationMessages(issues, t), t),
      },
      above: [{ href: '/certificates', label: t('certificates.title') }],
    });
  }
}
