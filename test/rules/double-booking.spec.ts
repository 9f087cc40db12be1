import fc from 'fast-check';
import { inTheWay, whoCanCome, type Busy } from '../../src/enrolment/double-booking.rules.js';

const there = {
  sessionId: 's',
  course: 'Basistraining',
  date: '2026-11-12',
  startTime: '09:30',
  endTime: '12:30',
};
const busy: Busy = new Map([['noor', there]]);

describe('someone with a seat elsewhere at the same time', () => {
  it.each(['enrol', 'approve', 'acceptOffer', 'substitute'])('is kept from it: %s', (kind) => {
    expect(inTheWay(kind, 'noor', busy)).toBe(there);
    expect(inTheWay(kind, 'daan', busy)).toBeNull();
  });

  it.each(['cancel', 'declineOffer', 'reject'])('can always do this: %s', (kind) => {
    expect(inTheWay(kind, 'noor', busy)).toBeNull();
  });

  it('is passed over on the waiting list, whose order stays', () => {
    const waiting = fc.uniqueArray(fc.constantFrom('noor', 'daan', 'sam', 'vera'));
    fc.assert(
      fc.property(waiting, (people) => {
        const list = people.map((professionalId) => ({ professionalId }));
        expect(whoCanCome(list, busy).map(({ professionalId }) => professionalId)).toEqual(
          people.filter((person) => person !== 'noor'),
        );
      }),
    );
  });
});
