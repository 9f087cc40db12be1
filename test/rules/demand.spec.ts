import fc from 'fast-check';
import { demandOf, proposalFor, type MunicipalDemand } from '../../src/demand/demand.rules.js';

const people = fc.nat({ max: 500 });
const asked = fc.record({ waiting: people, interested: people, polled: people });
const rows: fc.Arbitrary<MunicipalDemand[]> = fc
  .array(fc.record({ demand: people, allotmentLeft: fc.option(fc.nat({ max: 6 })) }), { maxLength: 12 })
  .map((found) => found.map((row, index) => ({ ...row, municipalityId: `m${index}` })));
const capacity = fc.integer({ min: 1, max: 1000 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Who asks and has an allotment left. */
const entitled = (found: readonly MunicipalDemand[]) =>
  found.filter(({ demand, allotmentLeft }) => demand > 0 && (allotmentLeft ?? 0) > 0);

const seatsFor = (found: readonly MunicipalDemand[], seats: number) =>
  new Map(proposalFor(found, seats).quotas.map((quota) => [quota.municipalityId, quota.seats]));

test('people who asked by name and numbers of a poll are not added up: the larger counts', () => {
  expect(demandOf({ waiting: 2, interested: 3, polled: 4 })).toBe(5);
  expect(demandOf({ waiting: 2, interested: 3, polled: 9 })).toBe(9);
});

test('the demand is never less than who asked by name, nor than the poll, and never more than both together', () => {
  fc.assert(
    fc.property(asked, ({ waiting, interested, polled }) => {
      const demand = demandOf({ waiting, interested, polled });
      expect(demand).toBeGreaterThanOrEqual(waiting + interested);
      expect(demand).toBeGreaterThanOrEqual(polled);
      expect(demand).toBeLessThanOrEqual(waiting + interested + polled);
    }),
  );
});

test('one person more who asks never makes the demand less', () => {
  fc.assert(
    fc.property(asked, fc.constantFrom('waiting', 'interested', 'polled'), (found, which) => {
      const more = { ...found, [which]: found[which] + 1 };
      expect(demandOf(more)).toBeGreaterThanOrEqual(demandOf(found));
    }),
  );
});

test('no more seats are reserved than there are, and for nobody more than ask', () => {
  fc.assert(
    fc.property(rows, capacity, (found, seats) => {
      const reserved = seatsFor(found, seats);
      expect(sum([...reserved.values()])).toBeLessThanOrEqual(seats);
      for (const { municipalityId, demand } of found)
        expect(reserved.get(municipalityId) ?? 0).toBeLessThanOrEqual(demand);
    }),
  );
});

test('seats are reserved only for who has an allotment left', () => {
  fc.assert(
    fc.property(rows, capacity, (found, seats) => {
      const may = new Set(entitled(found).map(({ municipalityId }) => municipalityId));
      expect([...seatsFor(found, seats).keys()].filter((id) => !may.has(id))).toEqual([]);
    }),
  );
});

test('when more ask than there are seats, all seats are reserved and each gets its share, give or take one', () => {
  fc.assert(
    fc.property(rows, capacity, (found, seats) => {
      const asking = entitled(found);
      const total = sum(asking.map(({ demand }) => demand));
      fc.pre(total > seats);
      const reserved = seatsFor(found, seats);
      expect(sum([...reserved.values()])).toBe(seats);
      for (const { municipalityId, demand } of asking)
        expect(Math.abs((reserved.get(municipalityId) ?? 0) - (seats * demand) / total)).toBeLessThan(1);
    }),
  );
});

test('the payer asks most of those who have an allotment left', () => {
  fc.assert(
    fc.property(rows, capacity, (found, seats) => {
      const asking = entitled(found);
      const { payerMunicipalityId } = proposalFor(found, seats);
      const payer = asking.find(({ municipalityId }) => municipalityId === payerMunicipalityId);
      expect(payer?.demand ?? -Infinity).toBe(Math.max(...asking.map(({ demand }) => demand)));
    }),
  );
});

test('without an allotment left nobody is chosen to pay', () => {
  const found = [{ municipalityId: 'almere', demand: 9, allotmentLeft: null }];
  expect(proposalFor(found, 12)).toEqual({ payerMunicipalityId: null, quotas: [] });
});
