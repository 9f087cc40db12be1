import type { Deed } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import type { SavedGroup } from './open-turn.js';
import type { DeskRequest } from './seat-request.js';

interface Session {
  readonly id: string;
  readonly regionId: string;
}

/** Which of these groups have been enrolled before: someone pressed twice. */
export async function enrolledBefore(tx: Tx, requests: readonly DeskRequest[]): Promise<Set<string>> {
  const groupIds = requests.flatMap((request) => (request.kind === 'enrolGroup' ? [request.id] : []));
  if (groupIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>('select id from group_enrolment where id = any($1)', [
    groupIds,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Writes down what became of everyone in these groups. */
export async function writeGroups(
  tx: Tx,
  { id: sessionId, regionId }: Session,
  groups: readonly SavedGroup[],
  now: Date,
): Promise<void> {
  await insertRows(
    tx,
    'group_enrolment',
    groups.map(({ request: { id, together, actor } }) => ({
      ...{ id, region_id: regionId, session_id: sessionId, together },
      municipality_id: actor.role === 'contact' ? actor.municipalityId : null,
      ...{ enrolled_by: actor.accountId, enrolled_at: now },
    })),
  );
  await insertRows(
    tx,
    'group_enrolment_member',
    groups.flatMap(({ request: { id, people }, members }) =>
      members.map((member, index) => ({
        ...{ group_enrolment_id: id, place: index + 1, professional_id: member.professionalId },
        ...{ outcome: member.outcome, expected: people[index]!.expected, enrolment_id: member.enrolmentId },
        ...{ waiting_position: member.waitingPosition, refusal: member.refusal, held: member.held },
      })),
    ),
  );
}

/** What was done, beside what became of each person in it. */
export function deedsOfGroups(groups: readonly SavedGroup[], sessionId: string): Deed[] {
  return groups.map(({ request: { id, actor, together }, members }) => ({
    ...{ actor, action: 'enrolGroup', subjectType: 'session', subjectId: sessionId },
    after: { groupId: id, together, count: members.filter(({ outcome }) => outcome !== 'refused').length },
  }));
}
