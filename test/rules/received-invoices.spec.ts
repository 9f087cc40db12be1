import fc from 'fast-check';
import { readXml } from '../../src/platform/files/xml-tree.js';
import { likeliest, proposals, type Candidate } from '../../src/received-invoices/matching.rules.js';
import { readUbl } from '../../src/received-invoices/ubl.rules.js';
import { ubl, type SampleUbl } from '../support/ubl.js';

function read(sample: SampleUbl) {
  const xml = readXml(Buffer.from(ubl(sample)));
  if (!xml.ok) throw new Error(xml.problem);
  return readUbl(xml.root);
}
const documentOf = (sample: SampleUbl) => {
  const result = read(sample);
  if (!result.ok) throw new Error(result.fault.code);
  return result.document;
};
const faultOf = (sample: SampleUbl) => {
  const result = read(sample);
  return result.ok ? null : result.fault;
};

describe('an e-invoice', () => {
  test('tells who sent it, what it is for and what it costs with VAT', () => {
    expect(
      documentOf({
        ...{ withoutVat: '2500', vat: '525.00', withVat: '3025.0', category: 'S', percent: '21' },
      }),
    ).toEqual({
      kind: 'invoice',
      supplier: 'ROR',
      invoiceNumber: '2026-0117',
      invoiceDate: '2026-11-18',
      amountCents: 302_500n,
      vatTreatment: 'standard-21',
      deliveredOn: '2026-10-12',
      about: 'Leerlijn · Basistraining',
      credits: null,
    });
  });

  test('of an exempt training is exempt, and of any other treatment says nothing', () => {
    expect(documentOf({}).vatTreatment).toBe('exempt');
    expect(documentOf({ category: 'AE' }).vatTreatment).toBeNull();
  });

  test('that takes back another one names it', () => {
    expect(documentOf({ kind: 'CreditNote', credits: '2026-0099' })).toMatchObject({
      kind: 'credit-note',
      credits: '2026-0099',
    });
  });

  test.each<[string, SampleUbl, object]>([
    ['whose VAT is not in the total', { vat: '10.00' }, { field: 'TaxInclusiveAmount' }],
    ['below zero', { withoutVat: '-25.00', withVat: '-25.00' }, { code: 'invoice-amount-negative' }],
    ['of nothing', { withoutVat: '0.00', withVat: '0.00' }, { code: 'invoice-amount-negative' }],
    ['in another currency', { currency: 'USD' }, { code: 'invoice-not-in-euros', currency: 'USD' }],
    [
      'with an amount of 31 digits',
      { withoutVat: '1'.repeat(31), withVat: '1'.repeat(31) },
      { code: 'invoice-field-unreadable', field: 'LineExtensionAmount' },
    ],
    ['of a day that is not there', { date: '2026-02-30' }, { field: 'IssueDate' }],
    ['without a number', { number: ' ' }, { field: 'ID' }],
  ])('%s is refused', (_name, sample, fault) => {
    expect(faultOf(sample)).toMatchObject(fault);
  });

  test('of whatever amounts is read to the cent, and refused when a cent is missing', () => {
    const decimal = (cents: number) => (cents / 100).toFixed(2);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 20_999_999 }),
        fc.integer({ min: -3, max: 3 }),
        (withoutVat, vat, off) => {
          const sample = {
            ...{ withoutVat: decimal(withoutVat), vat: decimal(vat) },
            withVat: decimal(withoutVat + vat + off),
          };
          const result = read(sample);
          expect(result.ok).toBe(off === 0);
          if (result.ok) expect(result.document.amountCents).toBe(BigInt(withoutVat + vat));
        },
      ),
    );
  });
});

describe('a file that is no safe XML', () => {
  test.each([
    [
      'an external entity',
      ubl({ before: '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
      'doctype',
    ],
    ['an entity of its own', ubl({ item: '&lol;' }), 'not-xml'],
    ['a missing end', ubl().slice(0, -12), 'not-xml'],
    ['nothing', '', 'not-xml'],
    ['a thousand levels', `<a>${'<b>'.repeat(1_000)}`, 'too-large'],
    ['elements without end', `<a>${'<b/>'.repeat(30_000)}</a>`, 'too-large'],
  ])('with %s is refused', (_name, xml, problem) => {
    expect(readXml(Buffer.from(xml))).toEqual({ ok: false, problem });
  });

  test('in another encoding is refused', () => {
    expect(readXml(Buffer.from('<a>\xe9</a>', 'latin1'))).toEqual({ ok: false, problem: 'not-utf-8' });
  });
});

const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  supplier: 'ROR',
  openCents: 250_000n,
  dates: ['2026-10-12'],
  names: ['Basistraining', 'Almere'],
  ...more,
});
const received = { supplier: 'R.O.R. B.V.', amountCents: 250_000n, about: '' };

describe('what a received invoice may belong to', () => {
  test('is first what has the same supplier and amount, with or without the legal form', () => {
    const right = candidate({ supplier: 'R.O.R.' });
    const found = proposals(received, [candidate({ openCents: 1n, supplier: 'Ander' }), right]);
    expect(found).toEqual([{ candidate: right, alike: ['supplier', 'amount'] }]);
    expect(likeliest(found)).toBe(right);
  });

  test('is told apart by the date in its text, however it is written', () => {
    const others = [candidate(), candidate({ dates: ['2026-10-19'] })];
    const invoice = { ...received, supplier: 'ROR' };
    expect(likeliest(proposals(invoice, others))).toBeNull();
    for (const about of ['training 12-10-2026', 'op 12 oktober 2026 gegeven', '2026-10-12', '(12.10.2026)'])
      expect(likeliest(proposals({ ...invoice, about }, others))).toBe(others[0]);
  });

  test('is never said to be certain on the amount or the name alone', () => {
    const found = proposals({ ...received, supplier: 'Ander', about: 'Almere' }, [candidate()]);
    expect(found).toHaveLength(1);
    expect(likeliest(found)).toBeNull();
  });

  test('is not a candidate that is only named', () => {
    expect(
      proposals({ supplier: 'Ander', amountCents: 1n, about: 'Basistraining Almere' }, [candidate()]),
    ).toEqual([]);
  });

  test('does not depend on the order of the candidates where they differ', () => {
    const supplier = fc.constantFrom('ROR', 'Ander', 'ror bv');
    const each = fc.record({ supplier, openCents: fc.constantFrom(250_000n, 100n) });
    fc.assert(
      fc.property(fc.array(each, { maxLength: 6 }), (kinds) => {
        const candidates = kinds.map((kind) => candidate(kind));
        const forward = likeliest(proposals({ ...received, supplier: 'ROR' }, candidates));
        const backward = likeliest(proposals({ ...received, supplier: 'ROR' }, [...candidates].reverse()));
        expect(forward).toBe(backward);
      }),
    );
  });
});
