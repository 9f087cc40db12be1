import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';

const HALF_YEAR_MS = 182 * 24 * 60 * 60_000;

/** What the installation says about itself, to people and to programs that visit. */
@Controller()
@AllowEveryone()
export class StatementsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get('privacy')
  privacy(@Req() request: WebRequest, @Res() reply: WebReply) {
    return this.statement(request, reply, 'privacy');
  }

  @Get('accessibility')
  accessibility(@Req() request: WebRequest, @Res() reply: WebReply) {
    return this.statement(request, reply, 'accessibility');
  }

  /** RFC 9116; it asks for a moment after which nobody should rely on the file. */
  @Get('.well-known/security.txt')
  security(@Res() reply: WebReply) {
    const expires = new Date(this.clock.now().getTime() + HALF_YEAR_MS).toISOString();
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        [
          `Contact: mailto:${this.config.mailFrom}`,
          `Expires: ${expires}`,
          'Preferred-Languages: nl, en',
          `Canonical: ${this.config.publicUrl}/.well-known/security.txt`,
          '',
        ].join('\n'),
      );
  }

  /** Only the page where anyone checks a certificate is for search engines. */
  @Get('robots.txt')
  robots(@Res() reply: WebReply) {
    return reply.type('text/plain; charset=utf-8').send('User-agent: *\nAllow: /check$\nDisallow: /\n');
  }

  private statement(request: WebRequest, reply: WebReply, name: 'privacy' | 'accessibility') {
    return this.pages.send(request, reply, {
      view: `home/${name}`,
      title: this.pages.translate(request)(`home.${name}.title`),
      model: { address: this.config.mailFrom },
    });
  }
}
