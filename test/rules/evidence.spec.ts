import fc from 'fast-check';
import {
  commitmentPath,
  decisionDocumentPath,
  hashLine,
  invoicePath,
  invoicesPath,
  orderFolder,
  rosterPath,
  sessionFolder,
  sheetPath,
  zipName,
} from '../../src/evidence/evidence-name.rules.js';
import {
  decisionGaps,
  fitsInOneFile,
  gapKinds,
  grantGaps,
  invoiceGaps,
  orderGaps,
  rangesOf,
  sessionGaps,
  statementGaps,
  totalBooked,
  type SessionFacts,
} from '../../src/evidence/evidence.rules.js';
import { creditReasons } from '../../src/grants/settlement.rules.js';
import { decisionKinds } from '../../src/grants/decision.rules.js';
import { sessionStatuses } from '../../src/sessions/session-life.rules.js';
import { safeFileName } from '../../src/shared/file-name.js';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', ':', '\u202e', 'Щ', '😀', 'é', '\u0301', '中') }),
  fc.constantFrom('', '..', '../..', 'CON', 'nul.txt', 'a\u0000b', '\ud800', ' .x. '),
);
const date = fc.constantFrom('2026-01-01', '2026-12-31', null);

/** What is wrong with a path inside a ZIP, for Windows, Unix and whoever unpacks it. */
function faultsOf(path: string): string[] {
  const parts = path.split('/');
  return [
    ...(path.length > 180 ? ['longer than Windows has room for in a folder of someone'] : []),
    ...parts.filter((part) => /[\p{Cc}\p{Cf}\p{Cs}<>:"\\|?*]|^[ .]|[ .]$|^$/u.test(part)),
    ...parts.filter((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)),
    ...parts.filter((part) => Buffer.byteLength(part) > 255),
    ...(Buffer.from(path).toString() === path ? [] : ['not well formed']),
  ];
}

describe('the names in an evidence file', () => {
  it('are ones that every file system takes and that stay in their folder, whatever people wrote', () => {
    fc.assert(
      fc.property(words, words, date, fc.integer({ min: 1, max: 9_999 }), (title, more, day, number) => {
        const folder = sessionFolder({ number, date: day, title });
        const paths = [
          ...[commitmentPath(folder), rosterPath(folder), sheetPath(folder, number, 'image/jpeg')],
          ...[invoicesPath(orderFolder({ number, date: day, title })), invoicePath(folder, number, more)],
          decisionDocumentPath({ number, date: day, title }, 3, 'application/pdf'),
        ];
        expect(paths.flatMap(faultsOf)).toEqual([]);
        expect(paths.map((path) => path.split('/').length)).toEqual([3, 3, 3, 3, 3, 2]);
        expect(zipName(2026, title)).toMatch(/^bewijsdossier-2026(-[A-Za-z0-9-]*[A-Za-z0-9])?\.zip$/);
      }),
    );
  });

  it('are never the same for two sessions, also where capitals and accents do not count', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), date, (titles, day) => {
        const folders = titles.map((title, index) => sessionFolder({ number: index + 1, date: day, title }));
        const alike = folders.map((name) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase());
        expect(new Set(alike).size).toBe(titles.length);
      }),
    );
  });

  it('keep as much of a title as there is room for', () => {
    expect(safeFileName('Basistraining', 60)).toBe('Basistraining');
    expect(safeFileName('a/b\\c:d', 60)).toBe('a b c d');
    expect(safeFileName('😀😀', 3)).toBe('😀');
    expect(safeFileName('Щ'.repeat(300), 60)).toHaveLength(60);
    expect(safeFileName('../..', 60)).toBe('..'.slice(2));
  });

  it('stand in the hashes on a line of their own, that the program reads as it was written', () => {
    fc.assert(
      fc.property(words, (title) => {
        const path = sessionFolder({ number: 1, date: null, title });
        const line = hashLine({ path, sha256: 'a'.repeat(64) });
        expect(/^([0-9a-f]{64}) {2}(.*)\n$/.exec(line)?.slice(1)).toEqual(['a'.repeat(64), path]);
      }),
    );
  });
});

const facts = fc.record<SessionFacts>({
  status: fc.constantFrom(...sessionStatuses),
  realisedCents: fc.bigInt({ min: -2n, max: 2n }),
  openCents: fc.bigInt({ min: 0n, max: 2n }),
  sheets: fc.array(fc.constant({}), { maxLength: 2 }),
  people: fc.integer({ min: 0, max: 2 }),
  certificates: fc.integer({ min: 0, max: 2 }),
});

describe('what is missing of a session', () => {
  it('is told in one order, and each thing once', () => {
    fc.assert(
      fc.property(facts, (session) => {
        const gaps = sessionGaps(session);
        expect(gaps).toEqual(gapKinds.filter((kind) => gaps.includes(kind)));
      }),
    );
  });

  it('is a signed sheet exactly where a training that was not called off cost money', () => {
    fc.assert(
      fc.property(facts, (session) => {
        const wanted =
          session.status !== 'cancelled' && session.realisedCents !== 0n && session.sheets.length === 0;
        expect(sessionGaps(session).includes('no-signed-sheet')).toBe(wanted);
      }),
    );
  });

  it('is nothing but an invoice where it was called off', () => {
    fc.assert(
      fc.property(facts, (session) => {
        const expected = session.openCents > 0n ? ['not-invoiced'] : [];
        expect(sessionGaps({ ...session, status: 'cancelled' })).toEqual(expected);
      }),
    );
  });

  it('is never less when proof is taken away', () => {
    fc.assert(
      fc.property(facts, (session) => {
        const fewer = { ...session, sheets: [], certificates: 0 };
        expect(sessionGaps(fewer)).toEqual(expect.arrayContaining(sessionGaps(session)));
      }),
    );
  });

  it('is nothing where it was given, closed, signed for, certified and invoiced', () => {
    const whole = { realisedCents: 1n, openCents: 0n, sheets: [{}], people: 1, certificates: 1 } as const;
    expect(sessionGaps({ ...whole, status: 'closed' })).toEqual([]);
    expect(sessionGaps({ ...whole, status: 'closed', people: 0 })).toEqual(['empty-roster']);
    expect(sessionGaps({ ...whole, status: 'closed', certificates: 0 })).toEqual(['no-certificates']);
    expect(sessionGaps({ ...whole, status: 'confirmed' })).toEqual(['not-closed']);
  });
});

describe('what is missing besides', () => {
  it('is a document of an invoice, but not of what we took back because we booked it wrongly', () => {
    for (const reason of [null, ...creditReasons]) {
      expect(invoiceGaps({ document: {}, reason })).toEqual([]);
      const expected = reason === 'booked-wrongly' ? [] : ['no-invoice-document'];
      expect(invoiceGaps({ document: null, reason })).toEqual(expected);
    }
  });

  it('is the decision that awarded a grant, and a document of each', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...decisionKinds)), (kinds) => {
        const missing = grantGaps(kinds.map((kind) => ({ kind })));
        expect(missing).toEqual(kinds.includes('award') ? [] : ['no-award-decision']);
      }),
    );
    expect([decisionGaps({ documents: [] }), decisionGaps({ documents: [{}] })]).toEqual([
      ['no-decision-document'],
      [],
    ]);
  });

  it('is a statement that was kept, what the annex says, and an invoice of an order', () => {
    expect(statementGaps({ isKept: true, isAnnexComplete: true })).toEqual([]);
    expect(statementGaps({ isKept: false, isAnnexComplete: false })).toEqual([
      'draft-statement',
      'incomplete-annex',
    ]);
    expect([orderGaps({ openCents: 1n }), orderGaps({ openCents: 0n })]).toEqual([['not-invoiced'], []]);
  });
});

describe('the numbers of bookings', () => {
  it('come back from their ranges as they were', () => {
    const numbers = fc.uniqueArray(fc.bigInt({ min: 1n, max: 60n }));
    fc.assert(
      fc.property(numbers, (some) => {
        const sorted = some.sort((one, other) => (one < other ? -1 : 1));
        const told = rangesOf(sorted.map(String));
        const back = told
          .split(', ')
          .filter(Boolean)
          .flatMap((range) => {
            const [first, last = first] = range.split('–').map(Number) as [number, number?];
            return Array.from({ length: last - first + 1 }, (_, index) => BigInt(first + index));
          });
        expect(back).toEqual(sorted);
      }),
    );
    expect(rangesOf(['1', '2', '3', '5'])).toBe('1–3, 5');
  });

  it('add up in any order', () => {
    const part = fc.record({ committedCents: fc.bigInt(), realisedCents: fc.bigInt() });
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (one, other) => {
        const [a, b] = [totalBooked(one), totalBooked(other)];
        expect(totalBooked([...other, ...one])).toEqual({
          committedCents: a.committedCents + b.committedCents,
          realisedCents: a.realisedCents + b.realisedCents,
        });
      }),
    );
  });
});

test('what fits in one ZIP fits with less, and a ZIP of this format holds it', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat({ max: 2 ** 31 - 1 }), (files, half) => {
      const bytes = half * 2;
      if (!fitsInOneFile({ files, bytes })) return;
      expect(fitsInOneFile({ files: files >> 1, bytes: bytes >> 1 })).toBe(true);
      expect(bytes).toBeLessThan(0xffff_ffff);
      expect(files).toBeLessThan(0xffff);
    }),
  );
});
