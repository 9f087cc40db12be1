import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { readForm } from '../../platform/web/forms.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { validationMessages } from '../../platform/web/validation-messages.js';
import type { Actor } from '../../shared/actor.js';
import { numberParam } from '../certificates.pages.js';
import { badgeForm, openBadgePage } from './open-badge.pages.js';
import { OpenBadges } from './open-badge.service.js';

/** The badge that a professional can have made of a certificate. */
@Controller('certificates/:number/open-badge')
@Allow('professional')
export class OpenBadgeController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OpenBadges) private readonly badges: OpenBadges,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    return this.page(request, reply, actor, number);
  }

  @Post()
  async make(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
    @Body() body: unknown,
  ) {
    const form = readForm(badgeForm, body);
    if (!form.ok) return this.page(request, reply, actor, number, form.issues);
    await this.badges.make(actor, number, form.value);
    return this.pages.redirect(reply, `/certificates/${number}/open-badge`, {
      kind: 'ok',
      key: 'certificates.badge.made',
    });
  }

  @Post('withdrawal')
  async withdraw(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    await this.badges.withdraw(actor, number);
    return this.pages.redirect(reply, '/certificates', { kind: 'ok', key: 'certificates.badge.withdrawn' });
  }

  @Get('json')
  async json(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const { credential } = await this.badges.files(actor, number);
    return this.file(reply, `${number}.json`, 'application/json').send(credential);
  }

  @Get('jwt')
  async jwt(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const { jwt } = await this.badges.files(actor, number);
    return this.file(reply, `${number}.jwt`, 'application/jwt').send(jwt);
  }

  @Get('pdf')
  async pdf(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberParam }) number: string,
  ) {
    const { pdf } = await this.badges.files(actor, number);
    return this.file(reply, `${number}.pdf`, 'application/pdf').send(pdf);
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    number: string,
    issues: readonly z.core.$ZodIssue[] = [],
  ) {
    const t = this.pages.translate(request);
    const certificate = await this.badges.badgeable(actor, number);
    const isDistrusted = await this.badges.hasRevokedKey(certificate);
    return this.pages.send(request, reply, {
      view: 'certificates/open-badge',
      title: t('certificates.badge.title'),
      status: issues.length === 0 ? 200 : 400,
      model: openBadgePage(number, certificate, isDistrusted, validationMessages(issues, t), t),
      above: [{ href: '/certificates', label: t('certificates.title') }],
    });
  }

  private file(reply: WebReply, name: string, type: string): WebReply {
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="open-badge-${name}"`)
      .header('cache-control', 'private, no-store');
  }
}
