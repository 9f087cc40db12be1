import fc from 'fast-check';
import type { Applicant } from '../../src/enrolment/applicant.queries.js';
import { takeGroup } from '../../src/enrolment/group-turn.js';
import { answerTo, type OpenTurn } from '../../src/enrolment/open-turn.js';
import type { SeatPolicy } from '../../src/enrolment/seat-deed.rules.js';
import type { GroupRequest } from '../../src/enrolment/seat-request.js';
import { SeatTurn } from '../../src/enrolment/seat-turn.rules.js';
import type { LockedSession } from '../../src/sessions/session.service.js';
import { systemActor } from '../../src/shared/actor.js';

const NOW = new Date('2026-09-01T08:00:00Z');
const LATER = new Date('2026-11-12T08:30:00Z');
const actor = { ...systemActor, role: 'coordinator', regionId: 'region' } as const;

interface Someone {
  readonly id: string;
  readonly town: string;
  readonly lacksLevel: boolean;
  readonly isBusy: boolean;
}
const someone = fc.record({
  id: fc.integer({ min: 1, max: 30 }).map((number) => `p${number}`),
  town: fc.constantFrom('almere', 'dronten'),
  lacksLevel: fc.nat(9).map((chance) => chance === 0),
  isBusy: fc.nat(9).map((chance) => chance === 0),
});
const everyone = fc.uniqueArray(someone, { selector: ({ id }) => id, minLength: 1, maxLength: 14 });
const seats = fc.record({ capacity: fc.integer({ min: 1, max: 10 }), heldForDronten: fc.nat(3) });

/** A turn in which the first so many have enrolled, so that some are in already when the group comes. */
function turnOf(
  people: readonly Someone[],
  before: number,
  { capacity, heldForDronten }: { capacity: number; heldForDronten: number },
): OpenTurn {
  const policy: SeatPolicy = {
    ...{ version: 1, capacity: capacity + heldForDronten, overbookingPercentage: 0, releasedAt: LATER },
    ...{ held: new Map([['dronten', heldForDronten]]), payerMunicipalityId: 'almere' },
    ...{ waitingListMode: 'automatic', offerHours: 8, lastWaitingNumber: 0, isLive: true },
    ...{ enrolmentEndsAt: LATER, freeCancellationEndsAt: LATER, chargesLateCancellation: false },
    ...{ firstStartsAt: LATER, lastEndsAt: LATER },
  };
  const elsewhere = {
    sessionId: 's2',
    course: 'x',
    date: '2026-11-12',
    startTime: '09:30',
    endTime: '17:00',
  };
  const busy = new Map(people.filter(({ isBusy }) => isBusy).map(({ id }) => [id, elsewhere]));
  const applicants = new Map(people.map((person) => [person.id, applicantOf(person)]));
  const open: OpenTurn = {
    session: { id: 's1', regionId: 'region' } as LockedSession,
    asked: { terms: { approval: 'none', audience: 'public', organisationId: null }, applicants, busy },
    turn: new SeatTurn(policy, { places: [], others: [], guests: [] }, busy, NOW),
  };
  for (const { id } of people.slice(0, before)) answerTo(enrolOf(id), open);
  return open;
}

const applicantOf = ({ id, town, lacksLevel }: Someone): Applicant => ({
  ...{ id, regionId: 'region', municipalityId: town, functionId: 'f', organisationId: 'o', ofMember: true },
  ...{ hasEntryLevel: !lacksLevel, otherRun: null, isInvited: false },
});
const enrolOf = (professionalId: string) =>
  ({ actor, kind: 'enrol', professionalId, entryOverrideReason: null }) as const;
const groupOf = (people: readonly Someone[], together: boolean): GroupRequest => ({
  ...{ kind: 'enrolGroup', actor, id: 'g', together },
  people: people.map(({ id }) => ({ professionalId: id, expected: null })),
});

/** Where everyone stands, whatever the ids of their enrolments. */
const standing = ({ turn }: OpenTurn, people: readonly Someone[]) => ({
  places: people.map(({ id }) => turn.statusFor(id)),
  counts: turn.counts(),
});

const scenes = fc.record({ people: everyone, before: fc.nat(4), seats });

test('as far as it fits, a group stands as if everyone in it had come alone, one after the other', () => {
  fc.assert(
    fc.property(scenes, ({ people, before, seats: given }) => {
      const [together, alone] = [turnOf(people, before, given), turnOf(people, before, given)];
      const { group } = takeGroup(groupOf(people, false), together);
      for (const { id } of people) answerTo(enrolOf(id), alone);
      expect(group.saved).toBe(true);
      expect(standing(together, people)).toEqual(standing(alone, people));
      expect(
        group.members.map(({ outcome, held }) => held ?? (outcome === 'refused' ? null : outcome)),
      ).toEqual(standing(alone, people).places);
    }),
  );
});

test('a group that has to fit is in with a seat for everyone, or leaves everything as it was', () => {
  fc.assert(
    fc.property(scenes, ({ people, before, seats: given }) => {
      const open = turnOf(people, before, given);
      const [was, changed] = [standing(open, people), open.turn.changed()];
      const { group, asks } = takeGroup(groupOf(people, true), open);
      if (group.saved) expect(new Set(standing(open, people).places)).toEqual(new Set(['confirmed']));
      else {
        expect(standing(open, people)).toEqual(was);
        expect(open.turn.changed()).toEqual(changed);
        expect(asks).toEqual([]);
        expect(group.members.every(({ enrolmentId }) => enrolmentId === null)).toBe(true);
      }
    }),
  );
});

test('a group that has to fit is refused only where somebody would not have had a seat', () => {
  fc.assert(
    fc.property(scenes, ({ people, before, seats: given }) => {
      const asFar = turnOf(people, before, given);
      takeGroup(groupOf(people, false), asFar);
      const allIn = standing(asFar, people).places.every((status) => status === 'confirmed');
      expect(takeGroup(groupOf(people, true), turnOf(people, before, given)).group.saved).toBe(allIn);
    }),
  );
});

test('who comes after a group that did not fit finds the seats as they were', () => {
  fc.assert(
    fc.property(scenes, someone, ({ people, before, seats: given }, last) => {
      const newcomer = { ...last, id: 'new' };
      const all = [...people, newcomer];
      const [tried, untouched] = [turnOf(all, before, given), turnOf(all, before, given)];
      if (takeGroup(groupOf(people, true), tried).group.saved) return;
      for (const open of [tried, untouched]) answerTo(enrolOf(newcomer.id), open);
      expect(standing(tried, all)).toEqual(standing(untouched, all));
    }),
  );
});
