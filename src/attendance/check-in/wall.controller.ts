import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, AllowEveryone, CurrentActor } from '../../access/allow.decorator.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { selfCheckInPage, wallPage } from './wall.pages.js';
import { Wall } from './wall.service.js';

/** Checking in by a code on the wall of the room, which changes every half minute. */
@Controller()
export class WallController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Wall) private readonly wall: Wall,
  ) {}

  @Get('sessions/:id/wall-code')
  @Allow('coordinator', 'trainer')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    const t = this.pages.translate(request);
    const wall = await this.wall.shown(actor, sessionId);
    // A header, so that the page renews itself without script.
    if (wall.code) void reply.header('refresh', String(wall.code.seconds));
    return this.pages.send(request, reply, {
      view: 'attendance/wall',
      title: t('check-in.wall.title'),
      model: wallPage(wall, this.config.publicUrl, t),
      above: [{ href: `/sessions/${sessionId}/attendance`, label: t('attendance.title') }],
    });
  }

  @Get('self-check-in/:code')
  @AllowEveryone()
  async scanned(@Req() request: WebRequest, @Res() reply: WebReply, @Param('code') code: string) {
    const t = this.pages.translate(request);
    const place = await this.wall.placeOf(request.actor, code);
    return this.pages.send(request, reply, {
      view: 'attendance/self-check-in',
      title: t('check-in.wall.title'),
      status: 'refused' in place && place.refused === 'code-over' ? 410 : 200,
      model: selfCheckInPage(place, `/self-check-in/${encodeURIComponent(code)}`, t),
    });
  }

  @Post('self-check-in/:code')
  @Allow('professional')
  async checkIn(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
  ) {
    const { part, seat } = await this.wall.checkIn(actor, code, this.pages.translate(request));
    return this.pages.redirect(reply, '/enrolments', {
      kind: 'ok',
      key: 'check-in.wall.saved',
      params: { ordinal: part.ordinal, course: seat.courseTitle },
    });
  }
}
