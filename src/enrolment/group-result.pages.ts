import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { groupOutcomes } from './group-outcome.rules.js';
import { badgeOf, reasonOf, refusalLink } from './group-words.pages.js';
import type { EnrolledGroup, GroupRow } from './group.queries.js';
import { groupAddress } from './group.pages.js';
import { headOf, PAGE_SIZE, type Reader } from './roster.pages.js';
import type { RosterSession } from './roster.queries.js';

/** What became of everyone in a group, and what is not as it was told beforehand. */
export function groupResultPage(
  session: RosterSession,
  { rows, counts }: EnrolledGroup,
  { groupId, page }: { readonly groupId: string; readonly page: number },
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
    pagination: pagination(
      groupOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
      page,
      PAGE_SIZE,
      (number) => listAddress(`${start}/${groupId}`, { page: number }),
    ),
    participantsHref: `/sessions/${session.sessionId}/participants`,
    anotherHref: start,
  };
}

function changedText({ outcome, expected }: GroupRow, t: Translate): string | null {
  if (expected === null || expected === 'refused' || expected === outcome) return null;
  return t(`group.why.expected.${expected}`);
}
