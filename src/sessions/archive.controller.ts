import { Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import type { Archivable } from './archive.queries.js';
import { Archive } from './archive.service.js';

const id = z.uuid();

/** Taking trainers, venues and rooms out of use, and back into it. */
@Controller()
@Allow('coordinator')
export class ArchiveController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Archive) private readonly archive: Archive,
  ) {}

  @Post('trainers/:id/archive')
  archiveTrainer(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) of: string,
  ) {
    return this.archived(reply, actor, 'trainer', of);
  }

  @Post('trainers/:id/restoration')
  restoreTrainer(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) of: string,
  ) {
    return this.restored(reply, actor, 'trainer', of);
  }

  @Post('venues/:id/archive')
  archiveVenue(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) of: string,
  ) {
    return this.archived(reply, actor, 'venue', of);
  }

  @Post('venues/:id/restoration')
  restoreVenue(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) of: string,
  ) {
    return this.restored(reply, actor, 'venue', of);
  }

  @Post('rooms/:id/archive')
  archiveRoom(@Res() reply: WebReply, @CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    return this.archived(reply, actor, 'room', of);
  }

  @Post('rooms/:id/restoration')
  restoreRoom(@Res() reply: WebReply, @CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    return this.restored(reply, actor, 'room', of);
  }

  private async archived(reply: WebReply, actor: Actor, kind: Archivable, of: string) {
    const name = await this.archive.archive(actor, kind, of);
    return this.pages.redirect(reply, listOf(kind), { kind: 'ok', key: 'archive.done', params: { name } });
  }

  private async restored(reply: WebReply, actor: Actor, kind: Archivable, of: string) {
    const name = await this.archive.restore(actor, kind, of);
    return this.pages.redirect(reply, listOf(kind), {
      kind: 'ok',
      key: 'archive.restored',
      params: { name },
    });
  }
}

const listOf = (kind: Archivable): string => (kind === 'trainer' ? '/trainers' : '/venues');
