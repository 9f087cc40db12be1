import fc from 'fast-check';
import {
  askedOf,
  askedPerMunicipality,
  awardFault,
  divisionOf,
  grantedFault,
  grantedOf,
  statusOf,
  withCodes,
  type AskedLine,
} from '../../src/applications/application.rules.js';

const towns = ['Almere', 'Dronten', 'Urk'];
const shares = fc.uniqueArray(
  fc.record({
    municipalityId: fc.constantFrom(...towns),
    count: fc.integer({ min: 0, max: 20 }),
    isDemo: fc.boolean(),
  }),
  { selector: ({ municipalityId }) => municipalityId, maxLength: 3 },
);
const year = fc.constantFrom(2026, 2027);
const ofCourse = fc
  .record({
    ...{ year, shares, id: fc.constantFrom('basis-1d', 'basis-dagdeel', 'verdieping-2d') },
    ...{ priceCents: fc.bigInt({ min: 1n, max: 10n ** 9n }), priceIsDemo: fc.boolean() },
  })
  .map(({ shares: asked, id, priceCents, priceIsDemo, ...line }): AskedLine => {
    const level = id === 'verdieping-2d' ? 'advanced' : 'basic';
    return {
      ...{ ...line, title: id, paidBy: 'grant', course: { id, level, priceCents, priceIsDemo } },
      shares: asked.map(({ count, ...share }) => ({
        ...{ ...share, trainings: count, amountCents: priceCents * BigInt(count) },
      })),
    };
  });
const ofAmounts = fc
  .record({
    ...{ year, shares, title: fc.constantFrom('Netwerk', 'netwerk', 'Zaalhuur') },
    paidBy: fc.constantFrom('grant' as const, 'own' as const),
  })
  .map(({ shares: asked, ...line }): AskedLine => ({
    ...{ ...line, course: null },
    shares: asked.map(({ count, ...share }) => ({ ...share, trainings: null, amountCents: BigInt(count) })),
  }));
const lines = fc.array(fc.oneof(ofCourse, ofAmounts), { maxLength: 8 });
const titleOf = (level: string) => `Trainingen ${level}`;
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

describe('an application', () => {
  it('asks for all municipalities together what it asks for each', () => {
    fc.assert(
      fc.property(lines, (asked) => {
        const each = [...askedPerMunicipality(asked).values()];
        expect({
          grantCents: sum(each.map(({ grantCents }) => grantCents)),
          ownCents: sum(each.map(({ ownCents }) => ownCents)),
        }).toEqual(askedOf(asked));
      }),
    );
  });

  it.each([
    ['draft', { submittedOn: null, refusedOn: null, grantId: null }],
    ['submitted', { submittedOn: '2026-01-28', refusedOn: null, grantId: null }],
    ['refused', { submittedOn: '2026-01-28', refusedOn: '2026-03-01', grantId: null }],
    ['awarded', { submittedOn: '2026-01-28', refusedOn: null, grantId: 'x' }],
  ])('is %s', (status, application) => {
    expect(statusOf(application)).toBe(status);
  });
});

describe('the division of an award', () => {
  it('gives every cent that was granted to its municipality in its year, and none besides', () => {
    fc.assert(
      fc.property(lines, (granted) => {
        const division = divisionOf(granted, titleOf);
        for (const when of [2026, 2027])
          for (const town of towns)
            for (const paidBy of ['grant', 'own'] as const) {
              const own = granted.filter((line) => line.year === when && line.paidBy === paidBy);
              const asked = askedOf(
                own.map((line) => ({
                  ...line,
                  shares: line.shares.filter(({ municipalityId }) => municipalityId === town),
                })),
              );
              const divided = division.lines
                .filter((line) => line.year === when && line.paidBy === paidBy)
                .flatMap(({ budgets }) => budgets.filter(({ municipalityId }) => municipalityId === town))
                .map(({ amountCents }) => amountCents);
              expect(sum(divided)).toBe(asked.grantCents + asked.ownCents);
            }
      }),
    );
  });

  it('has one line for a level in a year, whatever the courses, and one for each other title', () => {
    fc.assert(
      fc.property(lines, (granted) => {
        const keys = divisionOf(granted, titleOf).lines.map(
          ({ year: when, level, paidBy, title }) => `${when} ${level ?? `${paidBy} ${title.toLowerCase()}`}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('allots every training that was granted', () => {
    fc.assert(
      fc.property(lines, (granted) => {
        const asked = granted.flatMap((line) => line.shares.map(({ trainings }) => BigInt(trainings ?? 0)));
        expect(sum(divisionOf(granted, titleOf).trainings.map(({ trainings }) => BigInt(trainings)))).toBe(
          sum(asked),
        );
      }),
    );
  });

  it('marks a budget as an example as soon as a number or a price in it is one', () => {
    fc.assert(
      fc.property(ofCourse, (line) => {
        for (const { municipalityId, isDemo } of divisionOf([line], titleOf).lines.flatMap(
          ({ budgets }) => budgets,
        )) {
          const share = line.shares.find((one) => one.municipalityId === municipalityId)!;
          expect(isDemo).toBe(share.isDemo || line.course!.priceIsDemo);
        }
      }),
    );
  });

  it('fits in an award of at least what it divides of the grant', () => {
    fc.assert(
      fc.property(lines, fc.bigInt({ min: 0n, max: 10n ** 11n }), (granted, amountCents) => {
        const division = divisionOf(granted, titleOf);
        const fits = amountCents > 0n && amountCents >= division.dividedCents;
        expect(awardFault(amountCents, division) === null).toBe(fits);
        expect(division.dividedCents).toBe(askedOf(granted).grantCents);
      }),
    );
  });
});

describe('what was granted of an application', () => {
  const withIds = lines.map((asked) => asked.map((line, index) => ({ ...line, id: `line ${index}` })));
  const all = (asked: readonly (AskedLine & { id: string })[]) =>
    asked.flatMap(({ id: lineId, shares: of }) =>
      of.map(({ municipalityId, trainings, amountCents }) => ({
        ...{ lineId, municipalityId, granted: trainings === null ? amountCents : BigInt(trainings) },
      })),
    );

  it('in full is what was asked, and nothing is wrong with it', () => {
    fc.assert(
      fc.property(withIds, (asked) => {
        expect(grantedFault(asked, all(asked))).toBeNull();
        expect(grantedOf(asked, all(asked))).toEqual(asked);
      }),
    );
  });

  it('is nothing where nothing is told', () => {
    fc.assert(
      fc.property(withIds, (asked) => {
        expect(askedOf(grantedOf(asked, []))).toEqual({ grantCents: 0n, ownCents: 0n });
      }),
    );
  });

  it('is wrong as soon as one is more than was asked, or was not asked', () => {
    fc.assert(
      fc.property(withIds, fc.nat(), (asked, which) => {
        const granted = all(asked);
        fc.pre(granted.length > 0);
        const one = granted[which % granted.length]!;
        const more = granted.map((row) => (row === one ? { ...row, granted: row.granted + 1n } : row));
        expect(grantedFault(asked, more)?.code).toBe('granted-over-asked');
        expect(grantedFault(asked, [{ ...one, lineId: 'elsewhere' }])?.code).toBe(
          'application-unknown-choice',
        );
        expect(grantedFault(asked, [{ ...one, municipalityId: 'elsewhere' }])?.code).toBe(
          'application-unknown-choice',
        );
      }),
    );
  });
});

describe('the codes of lines', () => {
  it('are each there once in a year, in letters, digits and hyphens', () => {
    const titled = fc.record({
      year,
      title: fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('Zaal', 'zaal', 'Zaal-2')),
    });
    fc.assert(
      fc.property(fc.array(titled, { maxLength: 12 }), (given) => {
        const coded = withCodes(
          given.map((line) => ({ ...line, level: null, paidBy: 'grant', budgets: [] })),
        ).map((line) => `${line.year}/${line.code}`);
        expect(new Set(coded).size).toBe(given.length);
        expect(coded.filter((code) => !/^\d{4}\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
      }),
    );
  });
});
