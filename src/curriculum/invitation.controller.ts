import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Actor } from '../shared/actor.js';
import { addressed, filterOf, peopleQuery, type PeopleQuery } from './coverage.pages.js';
import { invitationForm, invitationPage, type InvitationForm } from './invitation.pages.js';
import { CurriculumInvitations } from './invitation.service.js';

/** Inviting the people of a list: first what it would do, then doing it. */
@Controller('coverage/invitation')
@Allow('coordinator', 'contact')
export class CurriculumInvitationController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CurriculumInvitations) private readonly invitations: CurriculumInvitations,
  ) {}

  @Get()
  async preview(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ) {
    const t = this.pages.translate(request);
    const preview = await this.invitations.preview(actor, filterOf(query));
    return this.pages.send(request, reply, {
      view: 'curriculum/invitation',
      title: t('coverage.invite.title'),
      model: invitationPage(preview, query, t),
      above: [
        { href: '/coverage', label: t('coverage.title') },
        { href: listAddress('/coverage/people', addressed(query)), label: t('coverage.people.title') },
      ],
    });
  }

  @Post()
  async invite(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: invitationForm }) sent: InvitationForm,
  ) {
    const query = { ...sent, page: 1 };
    const count = await this.invitations.invite(actor, filterOf(query));
    const notice = { kind: 'ok', key: 'coverage.invite.done', params: { count } } as const;
    return this.pages.redirect(reply, listAddress('/coverage/people', addressed(query)), notice);
  }
}
