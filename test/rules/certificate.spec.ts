import fc from 'fast-check';
import { addToDate } from '../../src/shared/local-date.js';
import {
  afterDeciding,
  drawNumber,
  isSameName,
  readNumber,
  revocationReasons,
  statusOn,
} from '../../src/certificates/certificate.rules.js';

const number = fc.integer({ min: 2000, max: 2100 }).map(drawNumber);
const CHARACTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const FIRST = 'LL-2026-'.length;
const localDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addToDate('2020-01-01', { days }));

describe('a certificate number', () => {
  it('names its year and has no letters that look alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const drawn = drawNumber(year);
        expect(drawn).toMatch(new RegExp(`^LL-${year}-[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}$`));
        expect(drawn.slice(FIRST)).not.toMatch(/[01OIL]/);
      }),
    );
  });

  it('is not drawn twice', () => {
    const drawn = new Set(Array.from({ length: 10_000 }, () => drawNumber(2026)));
    expect(drawn.size).toBe(10_000);
  });

  it('uses every character about equally often', () => {
    const characters = Array.from({ length: 3100 }, () => drawNumber(2026).slice(FIRST, FIRST + 5)).join('');
    const counts = [...CHARACTERS].map((each) => characters.split(each).length - 1);
    // 500 each are expected; a fair draw strays beyond seven standard deviations once in more than 10^11 times.
    expect(counts.every((count) => Math.abs(count - 500) < 160)).toBe(true);
  });

  it('is read as it was drawn, also typed in lower case, without dashes or with spaces', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        const typed = [
          drawn,
          drawn.toLowerCase(),
          drawn.replaceAll('-', ''),
          ` ${drawn.replaceAll('-', ' ')} `,
        ];
        expect(typed.map(readNumber)).toEqual([drawn, drawn, drawn, drawn]);
      }),
    );
  });

  it('is refused with one character mistyped', () => {
    fc.assert(
      fc.property(number, fc.nat(16), fc.constantFrom(...CHARACTERS), (drawn, offset, typed) => {
        const place = FIRST + offset;
        fc.pre(drawn[place] !== '-' && drawn[place] !== typed);
        expect(readNumber(drawn.slice(0, place) + typed + drawn.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is refused with two neighbours swapped', () => {
    fc.assert(
      fc.property(number, fc.nat(13), (drawn, place) => {
        const bare = [...drawn.slice(FIRST).replaceAll('-', '')];
        const [one, other] = [bare[place]!, bare[place + 1]!];
        fc.pre(one !== other);
        const swapped = bare
          .with(place, other)
          .with(place + 1, one)
          .join('');
        expect(readNumber(drawn.slice(0, FIRST) + swapped)).toBeNull();
      }),
    );
  });

  it('is never read from anything else', () => {
    fc.assert(fc.property(fc.string(), (typed) => expect(readNumber(typed)).toBeNull()));
  });
});

describe('the status of a certificate', () => {
  it('is revoked once it is revoked, whatever the date', () => {
    fc.assert(
      fc.property(localDate, fc.option(localDate), (today, validUntil) => {
        expect(statusOn(today, { validUntil, revokedAt: new Date(0) })).toBe('revoked');
      }),
    );
  });

  it('is valid through the last day and expired from the next', () => {
    fc.assert(
      fc.property(localDate, (validUntil) => {
        const certificate = { validUntil, revokedAt: null };
        const days = [validUntil, addToDate(validUntil, { days: 1 })];
        expect(days.map((day) => statusOn(day, certificate))).toEqual(['valid', 'expired']);
      }),
    );
  });

  it('stays valid without a last day', () => {
    fc.assert(
      fc.property(localDate, (today) =>
        expect(statusOn(today, { validUntil: null, revokedAt: null })).toBe('valid'),
      ),
    );
  });
});

describe('the name on a certificate', () => {
  it.each([
    ['Şeyma Yıldız-Özgür', 'seyma yildiz ozgur'],
    ['Łukasz Sørensen-Voorbeeld', 'Lukasz Sorensen Voorbeeld'],
    ['İpek VOORBEELD', 'ipek voorbeeld'],
    ['René Voorbeeld', 'rene  voorbeeld'],
    ['José Voorbeeld', 'Jose\u0301 Voorbeeld'],
    ['D’Voorbeeld', "d'voorbeeld"],
  ])('%s is the same as %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });

  it('is another one when a letter differs', () => {
    expect(isSameName('Noor Voorbeeld', 'Noos Voorbeeld')).toBe(false);
  });

  it('is not the same as nothing', () => {
    expect(isSameName('Noor Voorbeeld', '')).toBe(false);
  });
});

describe('deciding about the certificate of a seat', () => {
  const newest = fc.option(
    fc.constantFrom(
      { isRevoked: false, revocationReason: null },
      ...[...revocationReasons, 'replaced'].map((revocationReason) => ({
        isRevoked: true,
        revocationReason,
      })),
    ),
    { nil: null },
  );
  const mayHave = (given: { revocationReason: string | null } | null) =>
    given?.revocationReason == null || given.revocationReason === 'attendance-corrected';

  it('leaves who is entitled with a certificate unless it was taken back for another reason', () => {
    fc.assert(
      fc.property(newest, (given) => {
        const { deed, waits } = afterDeciding('entitled', given);
        const has = deed === 'issue' || (given?.isRevoked === false && deed === 'nothing');
        expect([has, waits]).toEqual([mayHave(given), false]);
      }),
    );
  });

  it('leaves who is not entitled without one, and gives none', () => {
    fc.assert(
      fc.property(newest, (given) => {
        const deed = given?.isRevoked === false ? 'revoke' : 'nothing';
        expect(afterDeciding('not-entitled', given)).toEqual({ deed, waits: false });
      }),
    );
  });

  it('lets who waits for a follow-up day wait without one, unless it would not be given', () => {
    fc.assert(
      fc.property(newest, (given) => {
        const deed = given?.isRevoked === false ? 'revoke' : 'nothing';
        expect(afterDeciding('waits', given)).toEqual({ deed, waits: mayHave(given) });
      }),
    );
  });
});
