import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { AllowEveryone } from '../access/allow.decorator.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import { listQuery } from '../platform/web/pagination.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { letterPage, mailboxPage, MAILS_PER_PAGE } from './mailbox.pages.js';
import { MailboxQueries, type LetterRow } from './mailbox.queries.js';

const mailId = z.uuid();

/** In local mode mail goes nowhere and can be read here; anywhere else these pages do not exist. */
@Controller('local/mailbox')
@AllowEveryone()
export class MailboxController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(MailboxQueries) private readonly mails: MailboxQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ) {
    this.onlyLocally();
    const t = this.pages.translate(request);
    const found = await this.mails.newest(query.q, { page: query.page, pageSize: MAILS_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'local/mailbox',
      title: t('local.mailbox.title'),
      model: mailboxPage(found, query, t),
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('id', { schema: mailId }) id: string,
  ) {
    const letter = await this.letter(id);
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'local/letter',
      title: letter.subject,
      model: letterPage(letter),
      above: [{ href: '/local/mailbox', label: t('local.mailbox.title') }],
    });
  }

  @Get(':id/calendar.ics')
  async calendar(@Res() reply: WebReply, @Param('id', { schema: mailId }) id: string) {
    const { calendar_file } = await this.letter(id);
    if (calendar_file === null) throw new DomainError('not-found');
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="leerlijn.ics"')
      .send(calendar_file);
  }

  private async letter(id: string): Promise<LetterRow> {
    this.onlyLocally();
    const letter = await this.mails.letter(id);
    if (!letter) throw new DomainError('not-found');
    return letter;
  }

  private onlyLocally(): void {
    if (!this.config.localMode) throw new DomainError('not-found');
  }
}
