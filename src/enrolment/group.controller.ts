import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { GroupEnrolment } from './group-enrolment.service.js';
import { readListFile, readPasted, type ListRead } from './group-list.js';
import { GroupLists } from './group-lists.js';
import { idsOf } from './group-matching.rules.js';
import { groupPreviewPage, PREVIEW_FORM, type Look, type Refusal } from './group-preview.pages.js';
import { groupResultPage, LIST_AGAIN_FORM, WHOLE, type LeftOut } from './group-result.pages.js';
import { groupAddress, groupForm, groupPage, listForm, listIssue } from './group.pages.js';
import { GroupQueries } from './group.queries.js';
import { candidatesQuery, sliceOf, type Reader } from './roster.pages.js';
import { RosterQueries, type RosterSession } from './roster.queries.js';

type CandidatesQuery = z.output<typeof candidatesQuery>;
const firstPage: CandidatesQuery = { q: null, page: 1 };
const uuid = z.uuid();
const resultQuery = candidatesQuery.pick({ page: true });

/** Who is asking, and how to answer. */
interface Exchange {
  readonly request: WebRequest;
  readonly reply: WebReply;
  readonly actor: Actor;
}

/** Enrolling a group: who they are, what would happen, and what happened. */
@Controller('sessions/:id/participants/group')
@Allow('coordinator', 'contact')
export class GroupController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(GroupQueries) private readonly queries: GroupQueries,
    @Inject(GroupLists) private readonly lists: GroupLists,
    @Inject(GroupEnrolment) private readonly groups: GroupEnrolment,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Query({ schema: candidatesQuery }) query: CandidatesQuery,
  ) {
    const session = await this.open(actor, sessionId);
    return this.start({ request, reply, actor }, session, query, { values: {}, issues: [] });
  }

  /** Takes a list that was pasted, people who were ticked, or a file, and shows what would happen. */
  @Post()
  async look(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body() body: unknown,
  ) {
    const session = await this.open(actor, sessionId);
    const exchange = { request, reply, actor };
    const t = this.pages.translate(request);
    const again = (values: SentForm['values'], issues: readonly FieldIssue[]) =>
      this.start(exchange, session, firstPage, { values, issues });
    if (request.isMultipart()) {
      const file = await readUpload(request);
      if (!file) return again({}, [{ path: 'file', message: t('group.file.required') }]);
      const read = readListFile(file.content);
      return read.ok ? this.lookAtList(exchange, session, read) : again({}, [listIssue('file', read, t)]);
    }
    const form = readForm(listForm, body);
    if (!form.ok) return again(form.values, validationMessages(form.issues, t));
    const { pasted, people } = form.value;
    if (pasted.trim() === '' && people.length === 0)
      return again({}, [{ path: 'pasted', message: t('group.nothingGiven') }]);
    if (pasted.trim() === '') return this.lookAtPeople(exchange, session, people);
    const read = readPasted(pasted);
    return read.ok
      ? this.lookAtList(exchange, session, read)
      : again({ pasted }, [listIssue('pasted', read, t)]);
  }

  @Get(':groupId')
  async result(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Param('groupId', { schema: uuid }) groupId: string,
    @Query({ schema: resultQuery }) { page }: z.output<typeof resultQuery>,
  ) {
    const session = await this.roster.session(actor, sessionId);
    const group = await this.queries.enrolled(actor, { sessionId, groupId }, (total) => sliceOf(total, page));
    const t = this.pages.translate(request);
    const model = groupResultPage(session, group, { groupId, page }, this.reader(request, actor), t);
    return this.showResult(request, reply, session, model);
  }

  @Post(':groupId')
  async enrol(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Param('groupId', { schema: uuid }) groupId: string,
    @Body() body: unknown,
  ) {
    const session = await this.roster.session(actor, sessionId);
    const form = readForm(groupForm, body);
    if (!form.ok) throw new DomainError('unreadable-body');
    const { shown, text, people, together } = form.value;
    const list = text === '' ? await this.lists.chosen(actor, shown) : await this.lists.reread(actor, text);
    const expected = new Map(shown.map(({ id, outcome }) => [id, outcome]));
    // Who came into the register since is ticked, like everyone at first.
    const ticked = new Set([...people, ...idsOf(list).filter((id) => !expected.has(id))]);
    const chosen = idsOf(list).filter((id) => expected.has(id) && ticked.has(id));
    const again = (refusal: Refusal) => {
      const given = { groupId, list, sheet: null, text: text === '' ? null : text, ticked };
      return this.preview({ request, reply, actor }, session, given, refusal);
    };
    if (together === undefined) return again(null);
    if (chosen.length === 0) return again('none-ticked');
    const answer = await this.groups.enrol(actor, sessionId, {
      ...{ id: groupId, together: together === 'yes' },
      people: chosen.map((id) => ({ professionalId: id, expected: expected.get(id)! })),
    });
    if (!answer.saved) return again({ members: answer.members });
    const enrolled = new Set(chosen);
    const leftOut = list.filter((row) => row.kind !== 'person' || !enrolled.has(row.person.id));
    if (leftOut.length === 0) return this.pages.redirect(reply, `${groupAddress(sessionId)}/${groupId}`);
    const given = { list: leftOut, text: text === '' ? null : text };
    return this.resultWith({ request, reply, actor }, { sessionId, groupId }, given);
  }

  private async lookAtList(exchange: Exchange, session: RosterSession, read: ListRead & { ok: true }) {
    const { people, sheet, text } = read;
    const list = await this.lists.matched(exchange.actor, people);
    return this.preview(exchange, session, { ...this.fresh(), list, sheet, text }, null);
  }

  private async lookAtPeople(exchange: Exchange, session: RosterSession, ids: readonly string[]) {
    const list = await this.lists.chosen(
      exchange.actor,
      ids.map((id, index) => ({ id, line: index + 1 })),
    );
    return this.preview(exchange, session, { ...this.fresh(), list, sheet: null, text: null }, null);
  }

  private fresh(): Pick<Look, 'groupId' | 'ticked'> {
    return { groupId: newId(this.clock.now()), ticked: null };
  }

  /** What is left out is saved nowhere, so that it can only be shown in answer to the list itself. */
  private async resultWith(
    { request, reply, actor }: Exchange,
    { sessionId, groupId }: { sessionId: string; groupId: string },
    given: Omit<LeftOut, 'members'>,
  ) {
    // With the seats as they are now that the group is in.
    const session = await this.roster.session(actor, sessionId);
    const { members } = await this.groups.foresee(actor, sessionId, idsOf(given.list));
    const group = await this.queries.enrolled(actor, { sessionId, groupId }, WHOLE);
    const t = this.pages.translate(request);
    const which = { groupId, leftOut: { ...given, members } };
    const model = groupResultPage(session, group, which, this.reader(request, actor), t);
    return this.showResult(request, reply, session, model);
  }

  private showResult(
    request: WebRequest,
    reply: WebReply,
    session: RosterSession,
    model: ReturnType<typeof groupResultPage>,
  ) {
    return this.pages.send(request, reply, {
      view: 'enrolment/group-result',
      ...{ title: model.title, above: this.above(request, session), model },
      ...(model.leftOut?.text && { resends: LIST_AGAIN_FORM }),
    });
  }

  private async preview(
    { request, reply, actor }: Exchange,
    session: RosterSession,
    look: Omit<Look, 'members'>,
    refusal: Refusal,
  ) {
    const t = this.pages.translate(request);
    // Who is not ticked comes last: they take no seat of the others.
    const inTurn = idsOf(look.list).toSorted(
      (a, b) => Number(look.ticked?.has(b) ?? 0) - Number(look.ticked?.has(a) ?? 0),
    );
    const { members } = await this.groups.foresee(actor, session.sessionId, inTurn);
    const model = groupPreviewPage(session, { ...look, members }, refusal, this.reader(request, actor), t);
    return this.pages.send(request, reply, {
      ...{ view: 'enrolment/group-preview', title: t('group.preview.title') },
      ...{ status: statusOf(refusal), above: this.above(request, session), model },
      resends: PREVIEW_FORM,
    });
  }

  private async start(
    { request, reply, actor }: Exchange,
    session: RosterSession,
    query: CandidatesQuery,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const found = await this.roster.candidates(actor, session.sessionId, query.q, (total) =>
      sliceOf(total, query.page),
    );
    return this.pages.send(request, reply, {
      ...{ view: 'enrolment/group', title: t('group.title'), status: sent.issues.length > 0 ? 400 : 200 },
      above: this.above(request, session).slice(0, 3),
      model: groupPage(session, query, found, sent, this.reader(request, actor), t),
    });
  }

  private async open(actor: Actor, sessionId: string): Promise<RosterSession> {
    const session = await this.roster.session(actor, sessionId);
    if (!takesEnrolments(session, this.clock.now())) throw new DomainError('enrolment-not-open');
    return session;
  }

  private reader(request: WebRequest, actor: Actor): Reader {
    return { role: actor.role, locale: request.locale, now: this.clock.now() };
  }

  private above(request: WebRequest, { sessionId, courseTitle }: RosterSession) {
    const t = this.pages.translate(request);
    return [
      { href: '/sessions', label: t('sessions.nav.sessions') },
      { href: `/sessions/${sessionId}`, label: courseTitle },
      { href: `/sessions/${sessionId}/participants`, label: t('enrolment.roster.title') },
      { href: groupAddress(sessionId), label: t('group.title') },
    ];
  }
}

/** A group that does not fit is no mistake in the form: something else has the seats. */
function statusOf(refusal: Refusal): number {
  if (refusal === null) return 200;
  return refusal === 'none-ticked' ? 400 : 409;
}
