import { z } from 'zod';
import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import { isNotOver, isToCome, takesEnrolments, waitingIsOver } from '../sessions/session-life.rules.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { calendarAnswers } from '../platform/files/calendar-reply.rules.js';
import { enrolmentStatuses, type EnrolmentStatus } from './enrolment-status.rules.js';
import { placeOf } from '../sessions/place.rules.js';
import type { CandidateRow, RosterRow, RosterSession, Slice } from './roster.queries.js';

export const PAGE_SIZE = 50;
const page = z.coerce.number().int().min(1).max(100_000).default(1).catch(1);

/** What the list of candidates takes from its URL; what it cannot read counts as not given. */
export const candidatesQuery = z.object({ q: optionalText(100).catch(null), page });
/** What the roster takes from its URL. */
export const rosterQuery = candidatesQuery.extend({
  status: z.enum(enrolmentStatuses).default('confirmed').catch('confirmed'),
});

export interface Reader {
  readonly role: Role | 'system';
  readonly locale: Locale;
  readonly now: Date;
}

/** Who is in a session with one status, with what the reader can do about it. */
export function rosterPage(
  session: RosterSession,
  query: z.output<typeof rosterQuery>,
  found: {
    readonly counts: Readonly<Record<EnrolmentStatus, number>>;
    readonly people: readonly RosterRow[];
    readonly positions: ReadonlyMap<string, number>;
  },
  reader: Reader,
  t: Translate,
) {
  const { status, q } = query;
  const base = `/sessions/${session.sessionId}/participants`;
  const inVain = waitingIsOver(session, reader.now);
  const nameOf = (each: EnrolmentStatus) => (each === 'waitlisted' && inVain ? 'noSeat' : each);
  const toCome = reader.role !== 'trainer' && isToCome(session, reader.now);
  const isGiven = reader.role === 'coordinator' && isNotOver(session, reader.now);
  const canCancel = ({ walkIn }: RosterRow) => status !== 'cancelled' && (walkIn ? isGiven : toCome);
  const mayCancel = found.people.some(canCancel);
  const isOver = session.status !== 'draft' && !isNotOver(session, reader.now);
  const nobody = status === 'confirmed' && isOver ? 'nobodyEnrolled' : nameOf(status);
  return {
    ...headOf(session, reader, t),
    statuses: enrolmentStatuses.map((each) => ({
      label: t(`enrolment.roster.${nameOf(each)}`),
      count: found.counts[each],
      href: listAddress(base, { status: each, q }),
      current: each === status,
    })),
    heading: t(`enrolment.roster.${nameOf(status)}`),
    onlyOwn: reader.role === 'contact',
    waits: status === 'waitlisted' && !inVain,
    mayCancel,
    search: searchForm(q, t),
    status,
    rows: found.people.map((row) => ({
      ...personOf(row, reader.locale),
      position: found.positions.get(row.id) ?? null,
      notes: [...notesOf(row, reader, t), ...(status === 'confirmed' ? answersOf(row, session, t) : [])],
      cancelHref: canCancel(row) ? `/enrolments/${row.id}/cancellation` : null,
      transferHref: toCome ? `/enrolments/${row.id}/transfer` : null,
      entryCodesHref: toCome && status === 'confirmed' ? `/enrolments/${row.id}/entry-codes` : null,
      substituteHref: toCome && status === 'confirmed' ? `/enrolments/${row.id}/substitution` : null,
      approval: toCome && status === 'requested' ? `/enrolments/${row.id}` : null,
    })),
    pagination: pagination(found.counts[status], query.page, PAGE_SIZE, (number) =>
      listAddress(base, { status, q, page: number }),
    ),
    emptyText: t(q ? 'enrolment.roster.nobodyFound' : `enrolment.roster.empty.${nobody}`),
    groupCodesHref: reader.role === 'trainer' ? null : `/sessions/${session.sessionId}/group-codes`,
    guestsHref: reader.role === 'contact' ? null : `/sessions/${session.sessionId}/guests`,
    addHref: mayAdd(session, reader) ? `${base}/new` : null,
    groupHref: reader.role !== 'trainer' && takesEnrolments(session, reader.now) ? `${base}/group` : null,
  };
}

/** Whether someone can still be added: by a coordinator until the session is over, by a contact until enrolment ends. */
export function mayAdd(session: RosterSession, { role, now }: Pick<Reader, 'role' | 'now'>): boolean {
  if (role === 'coordinator') return isNotOver(session, now);
  return role === 'contact' && takesEnrolments(session, now);
}

/** Who of the register can still be enrolled, each with a button. */
export function candidatesPage(
  session: RosterSession,
  query: z.output<typeof candidatesQuery>,
  found: { readonly total: number; readonly rows: readonly CandidateRow[] },
  reader: Reader,
  t: Translate,
) {
  const base = `/sessions/${session.sessionId}/participants/new`;
  return {
    ...headOf(session, reader, t),
    action: `/sessions/${session.sessionId}/participants`,
    full: session.seatsTaken >= session.capacity,
    ended: !takesEnrolments(session, reader.now),
    search: searchForm(query.q, t),
    mayExceed:
      reader.role === 'coordinator' &&
      (session.seatsTaken >= session.capacity || !takesEnrolments(session, reader.now)),
    rows: found.rows.map((row) => ({ ...personOf(row, reader.locale), id: row.id, email: row.email })),
    pagination: pagination(found.total, query.page, PAGE_SIZE, (number) =>
      listAddress(base, { q: query.q, page: number }),
    ),
    emptyText: t(query.q ? 'enrolment.candidates.nobodyFound' : 'enrolment.candidates.nobody'),
  };
}

/** Which rows a page shows; a page beyond the end shows the last one. */
export function sliceOf(total: number, wanted: number): Slice {
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return { limit: PAGE_SIZE, offset: (Math.min(wanted, last) - 1) * PAGE_SIZE };
}

/** What stands above every list of the people of a session. */
export function headOf(session: RosterSession, { locale, now }: Reader, t: Translate) {
  const dates = formatDateRange(
    session.parts.map(({ date }) => date),
    locale,
  );
  return {
    sessionHref: `/sessions/${session.sessionId}`,
    sessionTitle: session.courseTitle,
    lead: `${session.courseTitle}, ${dates}, ${placeOf(session.parts[0]!) ?? t('enrolment.place.online')}`,
    seats: t(waitingIsOver(session, now) ? 'enrolment.roster.seatsAfter' : 'enrolment.roster.seats', {
      taken: session.seatsTaken,
      guests:
        session.guestCount === 0 ? '' : t('enrolment.roster.ofWhomGuests', { count: session.guestCount }),
      capacity: session.capacity,
      waiting: session.waitingCount,
    }),
  };
}

export function searchForm(q: string | null, t: Translate) {
  return buildForm([{ name: 'q', kind: 'text', label: 'enrolment.roster.search' }], { q: q ?? '' }, [], t);
}

/** What is particular about someone's enrolment; a trainer need not know how someone came in or left. */
function notesOf(row: RosterRow, { role }: Reader, t: Translate): string[] {
  const { endReason } = row;
  const forgotten = t('enrolment.roster.forgotten');
  const reason = row.cancelReasonForgotten ? forgotten : row.cancelReason;
  const overridden = row.entryOverrideForgotten ? forgotten : row.entryOverrideReason;
  return [
    ...(row.aboveCapacity ? [t('enrolment.roster.aboveCapacity')] : []),
    ...(row.walkIn ? [t('enrolment.roster.walkIn')] : []),
    ...(row.noShow ? [t('enrolment.roster.noShow')] : []),
    ...(role === 'trainer'
      ? []
      : [
          ...(row.transferred ? [t('enrolment.roster.transferred')] : []),
          ...(overridden ? [t('enrolment.roster.overridden', { reason: overridden })] : []),
          ...(endReason ? [t(`enrolment.roster.endReason.${endReason}`)] : []),
          ...(reason ? [t('enrolment.roster.cancelReason', { reason })] : []),
          ...(row.stillCharged ? [t('enrolment.roster.stillCharged')] : []),
        ]),
  ];
}

/** What someone answered in the calendar; of which parts, where it was not the same for all of them. */
function answersOf({ answers }: RosterRow, { parts }: RosterSession, t: Translate): string[] {
  return calendarAnswers.flatMap((answer) => {
    const ordinals = answers.filter((given) => given.answer === answer).map(({ ordinal }) => ordinal);
    if (ordinals.length === 0) return [];
    const said = t(`enrolment.roster.answer.${answer}`);
    const where = t('enrolment.roster.answerParts', { answer: said, parts: ordinals.join(', ') });
    const tail = answer === 'declined' ? [t('enrolment.roster.answerKeeps')] : [];
    return [ordinals.length === parts.length ? said : where, ...tail];
  });
}

export function personOf(row: Omit<CandidateRow, 'id' | 'email'>, locale: Locale) {
  const { name, organisation, municipality, functionNl, functionEn } = row;
  return { name, organisation, municipality, functionName: locale === 'nl' ? functionNl : functionEn };
}
