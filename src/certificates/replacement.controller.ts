import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { buildForm, readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { numberParam, replacementFields, replacementForm } from './certificates.pages.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificateReplacement } from './replacement.service.js';

@Controller('certificates/:number/replacement')
@Allow('coordinator')
export class ReplacementController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CertificateReplacement) private readonly replacement: CertificateReplacement,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
  ) {}

  /** Says what replacing does before it is done. */
  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const t = this.pages.translate(request);
    const certificate = await this.queries.forReplacement(actor, number);
    if (!certificate) throw new DomainError('not-found');
    if (certificate.source !== null) throw new DomainError('certificate-from-elsewhere');
    if (certificate.revokedAt) throw new DomainError('certificate-revoked');
    const { professionalName, nameNow, courseTitle } = certificate;
    return this.pages.send(request, reply, {
      view: 'certificates/replace',
      title: t('certificates.replace.title'),
      model: {
        ...{ number, professionalName, nameNow, courseTitle },
        isSame: nameNow === professionalName,
        form: buildForm(replacementFields, {}, [], t),
      },
      above: [{ href: '/certificates', label: t('certificates.title') }],
    });
  }

  @Post()
  async replace(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
    @Body() body: unknown,
  ) {
    const form = readForm(replacementForm, body);
    const by = await this.replacement.replace(actor, number, { tell: form.ok && form.value.tell });
    return this.pages.redirect(reply, `/certificates?q=${by}`, {
      kind: 'ok',
      key: 'certificates.replace.done',
      params: { number, by },
    });
  }
}
