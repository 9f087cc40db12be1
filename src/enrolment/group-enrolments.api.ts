import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import {
  countsOf,
  faultsOf,
  groupAnswer,
  groupInput,
  previewAnswer,
  previewInput,
  rowsOf,
  type People,
} from './group-document.pages.js';
import { GroupEnrolment } from './group-enrolment.service.js';
import { GroupLists } from './group-lists.js';
import { idsOf, type Matched } from './group-matching.rules.js';
import { allSeated, seatsMissing } from './group-outcome.rules.js';
import { WHOLE } from './group-result.pages.js';
import { GroupQueries } from './group.queries.js';
import { RosterQueries } from './roster.queries.js';

const uuid = z.uuid();

@Controller('api/v1/sessions/:id')
@Allow('coordinator', 'contact')
export class GroupEnrolmentsApi {
  constructor(
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(GroupQueries) private readonly queries: GroupQueries,
    @Inject(GroupLists) private readonly lists: GroupLists,
    @Inject(GroupEnrolment) private readonly groups: GroupEnrolment,
  ) {}

  @Post('group-enrolment-previews')
  @HttpCode(200)
  @Operation({
    summary: 'Laat zien wat er zou gebeuren als u deze groep nu inschrijft; slaat niets op',
    answer: previewAnswer,
  })
  async preview(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: previewInput }) input: z.output<typeof previewInput>,
  ): Promise<z.output<typeof previewAnswer>> {
    await this.roster.session(actor, sessionId);
    const list = await this.listOf(actor, input);
    const { members } = await this.groups.foresee(actor, sessionId, idsOf(list));
    const rows = rowsOf(list, members, { role: actor.role, sessionId }, this.translator(request.locale));
    return {
      fitsTogether: members.length === list.length && allSeated(members),
      seatsMissing: seatsMissing(members),
      ...{ counts: countsOf(rows), rows },
    };
  }

  @Post('group-enrolments')
  @Operation({
    summary: 'Schrijft een groep in één keer in, in de volgorde van de lijst',
    answer: groupAnswer,
    status: 201,
  })
  async enrol(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: groupInput }) input: z.output<typeof groupInput>,
  ): Promise<z.output<typeof groupAnswer>> {
    await this.roster.session(actor, sessionId);
    const { together } = input;
    const list = await this.listOf(actor, input);
    const group = {
      ...{ id: newId(this.clock.now()), together },
      people: idsOf(list).map((professionalId) => ({ professionalId, expected: null })),
    };
    // Who is not in the register cannot come, and so neither can a group that only comes together.
    const cannot = together && list.some(({ kind }) => kind === 'unknown');
    const answer = cannot
      ? await this.groups.foresee(actor, sessionId, idsOf(list))
      : await this.groups.enrol(actor, sessionId, group);
    const t = this.translator(request.locale);
    const rows = rowsOf(list, answer.members, { role: actor.role, sessionId }, t);
    if (!answer.saved)
      throw new DomainError(
        'group-does-not-fit',
        { missing: seatsMissing(answer.members) },
        faultsOf(rows, t),
      );
    return { id: group.id, together, counts: countsOf(rows), rows };
  }

  @Get('group-enrolments/:groupId')
  @Operation({
    summary: 'Geeft wat er gebeurde met een groep die in één keer is ingeschreven',
    answer: groupAnswer,
  })
  async get(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Param('groupId', { schema: uuid }) groupId: string,
  ): Promise<z.output<typeof groupAnswer>> {
    const { together, rows: members } = await this.queries.enrolled(actor, { sessionId, groupId }, WHOLE);
    const list = members.map((person): Matched => ({
      ...{ kind: 'person', person, line: person.place, written: person.email },
    }));
    const rows = rowsOf(list, members, { role: actor.role, sessionId }, this.translator(request.locale));
    return { id: groupId, together, counts: countsOf(rows), rows };
  }

  private async listOf(actor: Actor, { professionalIds, emails = [] }: People): Promise<Matched[]> {
    if (!professionalIds) {
      const listed = emails.map(
        (email, index) => ({ by: 'email', email, name: null, line: index + 1, written: email }) as const,
      );
      return this.lists.matched(actor, listed);
    }
    const found = await this.queries.people(actor, professionalIds);
    const known = new Map(found.map((person) => [person.id, person]));
    return professionalIds.map((id, index): Matched => {
      const at = { line: index + 1, written: id };
      const person = known.get(id);
      const earlier = professionalIds.indexOf(id) + 1;
      if (!person) return { ...at, kind: 'unknown', email: null, name: null };
      return earlier === at.line
        ? { ...at, kind: 'person', person }
        : { ...at, kind: 'twice', person, earlier };
    });
  }
}
