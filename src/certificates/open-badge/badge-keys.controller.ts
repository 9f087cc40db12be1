import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { badgeKeysPage } from './badge-keys.pages.js';
import { BadgeKeysQueries } from './badge-keys.queries.js';
import { BadgeKeys } from './badge-keys.service.js';

const keyId = z.uuid();

/** The keys with which the region signs badges. */
@Controller('badge-keys')
@Allow('administrator')
export class BadgeKeysController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(BadgeKeys) private readonly keys: BadgeKeys,
    @Inject(BadgeKeysQueries) private readonly queries: BadgeKeysQueries,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'certificates/badge-keys',
      title: t('certificates.keys.title'),
      model: badgeKeysPage(await this.queries.all(actor.regionId!), t),
    });
  }

  @Post()
  async renew(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    await this.keys.renew(actor);
    return this.pages.redirect(reply, '/badge-keys', { kind: 'ok', key: 'certificates.keys.made' });
  }

  /** Says what revoking does before it is done. */
  @Get(':id/revocation')
  async askRevocation(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: keyId }) id: string,
  ) {
    const key = await this.queries.one(actor.regionId!, id);
    if (!key || key.revokedAt) throw new DomainError('not-found');
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'administration/confirmation',
      title: t('certificates.keys.revokeTitle'),
      model: {
        text: t('certificates.keys.revokeText', { count: key.badges }),
        action: `/badge-keys/${id}/revocation`,
        button: t('certificates.keys.revoke'),
        backHref: '/badge-keys',
      },
      above: [{ href: '/badge-keys', label: t('certificates.keys.title') }],
    });
  }

  @Post(':id/revocation')
  async revoke(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: keyId }) id: string,
  ) {
    await this.keys.revoke(actor, id);
    return this.pages.redirect(reply, '/badge-keys', { kind: 'ok', key: 'certificates.keys.revoked' });
  }
}
