import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { sendCsv } from '../platform/web/table-download.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { textCell } from '../platform/files/cell.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { PEOPLE_PER_PAGE, peopleQuery, professionalsPage } from './people.pages.js';
import { PeopleQueries } from './people.queries.js';
import {
  fieldOfRefusal,
  missingFor,
  newProfessionalForm,
  newProfessionalQuery,
  professionalForm,
} from './professional-form.pages.js';
import { ProfessionalService } from './professional.service.js';
import { RegionQueries } from './region.queries.js';

/** More rows than any register of ours holds. */
const ALL = { page: 1, pageSize: 100_000 };
/** The columns of an import, so that a downloaded list can be changed and brought in again. */
const IMPORT_COLUMNS = ['naam', 'email', 'gemeente', 'organisatie', 'functie'];

type ListQuery = z.output<typeof peopleQuery>;

@Controller()
@Allow('coordinator', 'contact')
export class ProfessionalsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(RegionQueries) private readonly regions: RegionQueries,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
  ) {}

  @Get('professionals')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: ListQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: PEOPLE_PER_PAGE };
    const found = await this.people.professionals(actor, query, slice);
    const reader = { ownOnly: actor.role === 'contact', locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'people/professionals',
      title: t('people.professionals.title'),
      model: professionalsPage(found, query, await this.choices(actor), reader, t),
    });
  }

  @Get('professionals.csv')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: ListQuery,
  ) {
    const { rows } = await this.people.professionals(actor, query, ALL);
    const lines = rows.map((row) =>
      [row.name, row.email, row.municipality_name, row.organisation_name, row.function_nl].map(textCell),
    );
    const name = `professionals-${localDateOf(this.clock.now())}.csv`;
    return sendCsv(reply, name, IMPORT_COLUMNS, lines);
  }

  @Get('professionals/new')
  showForm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: newProfessionalQuery }) values: z.output<typeof newProfessionalQuery>,
  ) {
    return this.form(request, reply, actor, { values, issues: [] });
  }

  @Post('professionals')
  async register(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(professionalForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.professionals.registerOne(actor, form.value);
    } catch (error) {
      const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
      if (!(error instanceof DomainError) || path === null) throw error;
      const issues = [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
      return this.form(request, reply, actor, { values: form.value, issues });
    }
    const params = { name: form.value.name };
    return this.pages.redirect(reply, '/professionals', { kind: 'ok', key: 'people.new.done', params });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sent: SentForm) {
    const t = this.pages.translate(request);
    const choices = await this.choices(actor);
    return this.pages.send(request, reply, {
      view: 'people/new-professional',
      title: t('people.new.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: {
        form: newProfessionalForm(choices, request.locale, sent, t),
        missing: missingFor(choices, { ownOnly: actor.role === 'contact' }, t),
      },
      above: [{ href: '/professionals', label: t('people.professionals.title') }],
    });
  }

  private async choices(actor: Actor) {
    const municipalities = await this.regions.municipalities(actor);
    const organisations = await this.people.organisations(actor, { q: null }, ALL);
    const functions = await this.regions.functions(actor);
    return {
      municipalities: municipalities.rows,
      organisations: organisations.rows,
      functions: functions.rows,
    };
  }
}
