import type { Translate } from '../platform/i18n/translator.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Matched } from './group-matching.rules.js';
import {
  allSeated,
  groupOutcomes,
  seatsMissing,
  type GroupOutcome,
  type Member,
} from './group-outcome.rules.js';
import {
  badgeOf,
  reasonOf,
  refusalLink,
  unmatchedText,
  type Badge,
  type GroupReader,
  type Link,
} from './group-words.pages.js';
import { groupAddress, shownValue, tickName } from './group.pages.js';
import { headOf, type Reader } from './roster.pages.js';
import type { RosterSession } from './roster.queries.js';

/** The form that the page can be shown again with. */
export const PREVIEW_FORM = 'group-preview';

/** A list as it was looked at, and what would become of the people on it. */
export interface Look {
  /** Under which the group will be enrolled, so that pressing twice does so once. */
  readonly groupId: string;
  readonly list: readonly Matched[];
  readonly members: readonly Member[];
  /** Who is ticked; null for all who can be enrolled. */
  readonly ticked: ReadonlySet<string> | null;
  readonly sheet: string | null;
  /** The lines of the list, to be put right by hand; null for a group that was ticked in the register. */
  readonly text: string | null;
}

/** Why nothing was saved, where that was tried. */
export type Refusal = 'none-ticked' | { readonly members: readonly Member[] } | null;

/** Of the partial `group-rows`. */
export interface GroupListRow {
  /** Where the row stands on the page. */
  readonly id: string;
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly badge: Badge;
  readonly reason: string | null;
  readonly link: Link | null;
  /** In a new tab, so that the list stays, which is not saved yet. */
  readonly linkOpensBeside: boolean;
  /** The box to tick, where there is one. */
  readonly tick: { readonly id: string; readonly name: string; readonly ticked: boolean } | null;
}

/** Which row of the page something is, from 0. */
interface Placed {
  readonly index: number;
}

/** What would happen to everyone on a list, with what can be ticked. */
export function groupPreviewPage(
  session: RosterSession,
  look: Look,
  refusal: Refusal,
  reader: Reader,
  t: Translate,
) {
  const { groupId, list, members, ticked, sheet, text } = look;
  const of = { role: reader.role, sessionId: session.sessionId };
  const found = new Map(members.map((member) => [member.professionalId, member]));
  const people = list.flatMap((each) => (each.kind === 'person' ? [each] : []));
  const rows = list.map((line, index) =>
    line.kind === 'person'
      ? memberRow({ ...line, index }, found.get(line.person.id)!, ticked, of, t)
      : unmatchedRow({ ...line, index }, of, t),
  );
  const stayOut = rows.filter(({ tick }) => tick === null);
  const going = members.filter(({ professionalId }) => ticked?.has(professionalId) ?? true);
  const missing = seatsMissing(going);
  return {
    ...headOf(session, reader, t),
    startHref: groupAddress(session.sessionId),
    action: `${groupAddress(session.sessionId)}/${groupId}`,
    rows,
    shown: shownValue(
      people.map(({ line, person: { id } }) => ({ line, id, outcome: found.get(id)!.outcome })),
    ),
    formId: PREVIEW_FORM,
    text,
    stayOut,
    canEnrol: rows.some(({ tick }) => tick !== null),
    figures: figuresOf(going, stayOut.length, t),
    error: refusalText(refusal, t),
    missing: refusal === null && missing > 0 ? t('group.preview.missing', { count: missing }) : null,
    sheet: sheet === null ? null : t('group.preview.sheet', { sheet }),
    someUnknown: list.some(({ kind }) => kind === 'unknown'),
    change: text === null ? null : changeForm(text, t),
  };
}

function memberRow(
  { line, person, index }: Matched & { kind: 'person' } & Placed,
  member: Member,
  ticked: Look['ticked'],
  reader: GroupReader,
  t: Translate,
): GroupListRow {
  const { id, name, email, organisation } = person;
  return {
    ...{ id: rowId(index), line, name, email, organisation },
    badge: badgeOf(member, 'outcome', t),
    reason: reasonOf(member, t),
    link: refusalLink(member, email, reader, t),
    linkOpensBeside: false,
    tick: member.outcome === 'refused' ? null : { id, name: tickName(id), ticked: ticked?.has(id) ?? true },
  };
}

/** What a line shows that nobody can be enrolled by. */
export function unmatchedRow(
  row: Exclude<Matched, { kind: 'person' }> & Placed,
  reader: GroupReader,
  t: Translate,
): GroupListRow {
  const label = row.kind === 'twice' ? t('group.outcome.twice') : t('group.outcome.unknown');
  return {
    ...{ id: rowId(row.index), line: row.line, name: row.written },
    ...{ email: null, organisation: null, tick: null },
    badge: { kind: row.kind === 'twice' ? 'neutral' : 'error', label },
    reason: unmatchedText(row, reader, t),
    link: row.kind === 'unknown' ? registerLink(row, t) : null,
    linkOpensBeside: row.kind === 'unknown',
  };
}

/** By place and not by line: one line may name several people. */
export const rowId = (index: number): string => `row-${index + 1}`;

function registerLink({ name, email }: Matched & { kind: 'unknown' }, t: Translate): Link {
  return { href: listAddress('/professionals/new', { name, email }), label: t('group.link.register') };
}

/** Who is not ticked counts for nothing: nothing happens to them. */
function figuresOf(going: readonly Member[], stayOut: number, t: Translate) {
  const count = (outcome: GroupOutcome) => going.filter((member) => member.outcome === outcome).length;
  const counts = groupOutcomes.map((outcome) => ({
    label: t(`group.count.${outcome}`),
    value: outcome === 'refused' ? stayOut : count(outcome),
  }));
  return counts.filter(({ value }, index) => value > 0 || groupOutcomes[index] === 'confirmed');
}

function refusalText(refusal: Refusal, t: Translate): string | null {
  if (refusal === null) return null;
  if (refusal === 'none-ticked') return t('group.preview.noneTicked');
  const missing = seatsMissing(refusal.members);
  const onlySeats = allSeated(refusal.members.filter(({ outcome }) => outcome !== 'waitlisted'));
  return onlySeats ? t('group.refusedTogether', { count: missing }) : t('group.refusedTogetherOther');
}

function changeForm(text: string, t: Translate) {
  const spec = { name: 'pasted', kind: 'textarea', label: 'group.paste.label', required: true } as const;
  return buildForm([spec], { pasted: text }, [], t);
}
