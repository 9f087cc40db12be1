import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Matched } from './group-matching.rules.js';
import { groupOutcomes, type Member } from './group-outcome.rules.js';
import { rowId, unmatchedRow, type GroupListRow } from './group-preview.pages.js';
import { badgeOf, reasonOf, refusalLink, type GroupReader } from './group-words.pages.js';
import type { EnrolledGroup, GroupRow } from './group.queries.js';
import { groupAddress } from './group.pages.js';
import { headOf, PAGE_SIZE, type Reader } from './roster.pages.js';
import type { RosterSession } from './roster.queries.js';

/** The form with the list, to look at it once more. */
export const LIST_AGAIN_FORM = 'list-again';

/** All of a group, which is never larger than what it was sent as. */
export const WHOLE = (total: number) => ({ limit: total, offset: 0 });

/** The lines of a list on which nobody was enrolled, and what would become now of those of them who are known. */
export interface LeftOut {
  readonly list: readonly Matched[];
  readonly members: readonly Member[];
  /** All lines of the list; null for a group that was ticked in the register. */
  readonly text: string | null;
}

/** What of a group is shown: one page of it; or all of it, with what was left out. */
interface Shown {
  readonly groupId: string;
  readonly page?: number;
  readonly leftOut?: LeftOut;
}

/** What became of everyone in a group, and what is not as it was told beforehand. */
export function groupResultPage(
  session: RosterSession,
  { rows, counts }: EnrolledGroup,
  { groupId, page, leftOut }: Shown,
  reader: Reader,
  t: Translate,
) {
  const enrolled = counts.confirmed + counts.waitlisted + counts.requested > 0;
  const start = groupAddress(session.sessionId);
  const of = { role: reader.role, sessionId: session.sessionId };
  return {
    ...headOf(session, reader, t),
    title: t(enrolled ? 'group.result.title' : 'group.result.titleNobody'),
    enrolled,
    figures: groupOutcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => ({ label: t(`group.done.${outcome}`), value: counts[outcome] })),
    rows: rows.map((row) => ({
      ...{ name: row.name, email: row.email, organisation: row.organisation },
      badge: badgeOf(row, 'done', t),
      reason: reasonOf(row, t),
      changed: changedText(row, t),
      link: refusalLink(row, row.email, of, t),
    })),
    leftOut: leftOut
      ? {
          rows: leftOut.list.map((row, index) => leftOutRow(row, index, leftOut.members, of, t)),
          ...{ formId: LIST_AGAIN_FORM, text: leftOut.text },
        }
      : null,
    pagination:
      page === undefined
        ? null
        : pagination(
            groupOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
            page,
            PAGE_SIZE,
            (number) => listAddress(`${start}/${groupId}`, { page: number }),
          ),
    participantsHref: `/sessions/${session.sessionId}/participants`,
    anotherHref: start,
  };
}

function leftOutRow(
  line: Matched,
  index: number,
  members: readonly Member[],
  reader: GroupReader,
  t: Translate,
): GroupListRow {
  if (line.kind !== 'person') return unmatchedRow({ ...line, index }, reader, t);
  const { id, name, email, organisation } = line.person;
  const member = members.find(({ professionalId }) => professionalId === id)!;
  const refused = member.outcome === 'refused';
  return {
    ...{ id: rowId(index), line: line.line, name, email, organisation, tick: null },
    badge: refused ? badgeOf(member, 'done', t) : { kind: 'neutral', label: t('group.done.refused') },
    reason: refused ? reasonOf(member, t) : t('group.why.notTicked'),
    link: refusalLink(member, email, reader, t),
    linkOpensBeside: true,
  };
}

function changedText({ outcome, expected }: GroupRow, t: Translate): string | null {
  if (expected === null || expected === 'refused' || expected === outcome) return null;
  return t(`group.why.expected.${expected}`);
}
