import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { AllowEveryone } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { buildForm, readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { localDateOf } from '../shared/local-date.js';
import { isSameName, readNumber } from './certificate.rules.js';
import { certificateView, checkFields, checkForm } from './certificates.pages.js';
import { CertificatesQueries, type CertificateRow } from './certificates.queries.js';

/** Enough for an employer with a pile of papers, too few to try numbers. */
const CHECKS_PER_MINUTE = { rateLimit: { max: 30, timeWindow: '1 minute' } };

interface CheckResult {
  readonly certificate: CertificateRow | null;
  /** Whether someone asked, so that there is something to say when nothing was found. */
  readonly asked: boolean;
  readonly values: Record<string, unknown>;
  readonly issues: readonly FieldIssue[];
}

/** Anyone can check a certificate: with its number and name, or by the code on the paper, which holds the number. */
@Controller('check')
@AllowEveryone()
export class CheckController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
  ) {}

  @Get()
  @RouteConfig(CHECKS_PER_MINUTE)
  async byForm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Query() query: Readonly<Record<string, unknown>>,
  ) {
    const nothing = { certificate: null, asked: false, values: {}, issues: [] };
    if (query['number'] === undefined && query['name'] === undefined)
      return this.show(request, reply, nothing);
    const { number, name } = query;
    const form = readForm(checkForm, { number, name });
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.show(request, reply, { ...nothing, values: form.values, issues });
    }
    const found = await this.queries.forCheck(form.value.number);
    const certificate = found && isSameName(found.professionalName, form.value.name) ? found : null;
    return this.show(request, reply, { ...nothing, certificate, asked: true, values: { number, name } });
  }

  @Get(':number')
  @RouteConfig(CHECKS_PER_MINUTE)
  async byLink(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('number', { schema: z.string() }) typed: string,
  ) {
    const number = readNumber(typed);
    const certificate = number === null ? null : await this.queries.forCheck(number);
    return this.show(request, reply, { certificate, asked: true, values: {}, issues: [] });
  }

  private show(request: WebRequest, reply: WebReply, { certificate, asked, values, issues }: CheckResult) {
    const t = this.pages.translate(request);
    const today = localDateOf(this.clock.now());
    // What a search engine keeps would outlive a revocation.
    void reply.header('x-robots-tag', 'noindex');
    return this.pages.send(request, reply, {
      view: 'certificates/check',
      title: t('certificates.check.title'),
      status: issues.length > 0 ? 400 : asked && !certificate ? 404 : 200,
      model: {
        result: certificate && certificateView(certificate, today, request.locale, t),
        notFound: asked && !certificate,
        form: buildForm(checkFields, values, issues, t),
      },
    });
  }
}
