import { allSeated, type GroupAnswer, type Member } from './group-outcome.rules.js';
import { answerTo, type Answered, type OpenTurn, type Taken } from './open-turn.js';
import { errorOf } from './seat-refusal.js';
import type { DeskRequest, GroupRequest } from './seat-request.js';

/** What a turn makes of a request; a group that was enrolled before is left as it is. */
export function take(request: DeskRequest, open: OpenTurn, enrolled: Set<string>): Taken {
  if (request.kind !== 'enrolGroup')
    return { asks: [request], answers: [answerTo(request, open)], group: null, saved: null };
  if (enrolled.has(request.id)) return { ...NOTHING, group: { saved: true, members: [] } };
  const taken = takeGroup(request, open);
  if (taken.saved) enrolled.add(request.id);
  return taken;
}

const NOTHING = { asks: [], answers: [], saved: null };

/** Enrols everyone in a group, one after the other; a group that has to fit and does not leaves the turn as it was. */
export function takeGroup(request: GroupRequest, open: OpenTurn): Taken & { readonly group: GroupAnswer } {
  const { actor, people, together } = request;
  const asks = people.map(({ professionalId }) => {
    return { actor, kind: 'enrol', professionalId, entryOverrideReason: null } as const;
  });
  const held = people.map(({ professionalId }) => open.turn.statusFor(professionalId));
  const enrolAll = () => {
    const answers = asks.map((ask) => answerTo(ask, open));
    const positions = open.turn.waitingPositions();
    const members = answers.map((answer, index) =>
      memberOf(people[index]!.professionalId, answer, held[index]!, positions),
    );
    return { answers, members };
  };
  const { result, kept } = open.turn.attempt(enrolAll, ({ members }) => !together || allSeated(members));
  const { answers, members } = result;
  if (!kept) return { ...NOTHING, group: unsaved(members) };
  return { asks, answers, group: { saved: true, members }, saved: { request, members } };
}

/** What would become of a group, or would have become of it. */
export function unsaved(members: readonly Member[]): GroupAnswer {
  return { saved: false, members: members.map((member) => ({ ...member, enrolmentId: null })) };
}

function memberOf(
  professionalId: string,
  answer: Answered,
  held: Member['held'],
  positions: ReadonlyMap<string, number>,
): Member {
  if (!('refused' in answer)) {
    const { id: enrolmentId, status } = answer.place!;
    const outcome = status === 'waitlisted' || status === 'requested' ? status : 'confirmed';
    const waitingPosition = positions.get(enrolmentId) ?? null;
    return { professionalId, outcome, enrolmentId, waitingPosition, refusal: null, held: null };
  }
  const { code, params } = errorOf(held === null ? answer : { refused: 'already-enrolled' }, new Map());
  const { sessionId } = answer.elsewhere ?? {};
  const refusal = { code, params: { ...params, ...(sessionId !== undefined && { sessionId }) } };
  return { professionalId, outcome: 'refused', enrolmentId: null, waitingPosition: null, refusal, held };
}
