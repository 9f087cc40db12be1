import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readForm, type FieldIssue, type Form, type SentForm } from '../../platform/web/forms.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { validationMessages } from '../../platform/web/validation-messages.js';
import type { MessageKey } from '../../messages.js';
import type { Actor } from '../../shared/actor.js';
import { SessionQueries } from '../session.queries.js';
import { VenueQueries } from './venue.queries.js';
import { VenueService } from './venue.service.js';
import {
  fieldOfRefusal,
  newRoomForm,
  newVenueForm,
  roomForm,
  roomFormPage,
  venueForm,
  venueFormPage,
  VENUES_PER_PAGE,
  venuesPage,
  venuesQuery,
  type VenuesQuery,
} from './venues.pages.js';

const id = z.uuid();
const nothing: SentForm = { values: {}, issues: [] };

/** Where sessions can be: venues and their rooms. */
@Controller()
@Allow('coordinator')
export class VenuesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(VenueQueries) private readonly queries: VenueQueries,
    @Inject(VenueService) private readonly venues: VenueService,
  ) {}

  @Get('venues')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: venuesQuery }) query: VenuesQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: VENUES_PER_PAGE };
    return this.pages.send(request, reply, {
      view: 'venues/list',
      title: t('venues.title'),
      model: venuesPage(await this.queries.venues(actor, query.q, slice), query, t),
    });
  }

  @Get('venues/new')
  askNew(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.venuePage(request, reply, actor, '/venues', nothing);
  }

  @Post('venues')
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    return this.save(request, reply, newVenueForm, body, {
      write: (details) => this.venues.add(actor, details),
      done: 'venues.done.added',
      again: (sent) => this.venuePage(request, reply, actor, '/venues', sent),
    });
  }

  @Get('venues/:id/edit')
  async askChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
  ) {
    const values = { ...(await this.queries.venue(actor, venueId)) };
    return this.venuePage(request, reply, actor, `/venues/${venueId}`, { values, issues: [] });
  }

  @Post('venues/:id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
    @Body() body: unknown,
  ) {
    await this.queries.venue(actor, venueId);
    return this.save(request, reply, venueForm, body, {
      write: ({ version, ...details }) => this.venues.change(actor, venueId, version, details),
      done: 'venues.done.changed',
      again: (sent) => this.venuePage(request, reply, actor, `/venues/${venueId}`, sent),
    });
  }

  @Get('venues/:id/rooms/new')
  async askNewRoom(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
  ) {
    const { name } = await this.queries.venue(actor, venueId);
    return this.roomPage(request, reply, `/venues/${venueId}/rooms`, name, nothing);
  }

  @Post('venues/:id/rooms')
  async addRoom(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) venueId: string,
    @Body() body: unknown,
  ) {
    const { name } = await this.queries.venue(actor, venueId);
    return this.save(request, reply, newRoomForm, body, {
      write: (details) => this.venues.addRoom(actor, venueId, details),
      done: 'venues.done.roomAdded',
      again: (sent) => this.roomPage(request, reply, `/venues/${venueId}/rooms`, name, sent),
    });
  }

  @Get('rooms/:id/edit')
  async askChangeRoom(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) roomId: string,
  ) {
    const room = await this.queries.room(actor, roomId);
    return this.roomPage(request, reply, `/rooms/${roomId}`, room.venue, { values: { ...room }, issues: [] });
  }

  @Post('rooms/:id')
  async changeRoom(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) roomId: string,
    @Body() body: unknown,
  ) {
    const { venue } = await this.queries.room(actor, roomId);
    return this.save(request, reply, roomForm, body, {
      write: ({ version, ...details }) => this.venues.changeRoom(actor, roomId, version, details),
      done: 'venues.done.roomChanged',
      again: (sent) => this.roomPage(request, reply, `/rooms/${roomId}`, venue, sent),
    });
  }

  /** Writes what was filled in, or shows it again with what to put right. */
  private async save<S extends z.ZodType<{ name: string }>>(
    request: WebRequest,
    reply: WebReply,
    schema: S,
    body: unknown,
    {
      write,
      done,
      again,
    }: {
      readonly write: (details: z.output<S>) => Promise<unknown>;
      readonly done: MessageKey;
      readonly again: (sent: SentForm) => Promise<unknown>;
    },
  ) {
    const t = this.pages.translate(request);
    const form = readForm(schema, body);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await write(form.value);
      const params = { name: form.value.name };
      return this.pages.redirect(reply, '/venues', { kind: 'ok', key: done, params });
    } catch (error) {
      return again({ values: form.value, issues: this.issuesOf(request, error) });
    }
  }

  private issuesOf(request: WebRequest, error: unknown): FieldIssue[] {
    const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
    if (!(error instanceof DomainError) || path === null) throw error;
    const t = this.pages.translate(request);
    return [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
  }

  private async venuePage(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    action: string,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const form = venueFormPage(await this.sessions.municipalities(actor), sent, t);
    const title = t(action === '/venues' ? 'venues.form.newTitle' : 'venues.form.changeTitle');
    return this.page(request, reply, { title, action, form });
  }

  private async roomPage(
    request: WebRequest,
    reply: WebReply,
    action: string,
    venue: string,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const isNew = action.startsWith('/venues/');
    const title = t(isNew ? 'venues.room.newTitle' : 'venues.room.changeTitle', { venue });
    return this.page(request, reply, { title, action, form: roomFormPage(sent, t) });
  }

  private page(
    request: WebRequest,
    reply: WebReply,
    { title, action, form }: { readonly title: string; readonly action: string; readonly form: Form },
  ) {
    return this.pages.send(request, reply, {
      view: 'courses/form',
      title,
      status: form.errorSummary ? 400 : 200,
      model: { form, action, back: '/venues' },
      above: [{ href: '/venues', label: this.pages.translate(request)('venues.title') }],
    });
  }
}
