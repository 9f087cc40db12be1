import fc from 'fast-check';
import { z } from 'zod';
import { messages } from '../../src/messages.js';
import { formatCents } from '../../src/platform/i18n/format.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import {
  centsFromDutch,
  checkbox,
  emailAddress,
  isoDate,
  localDate,
  localTime,
  optionalLines,
  optionalText,
  parseCents,
  requiredText,
  wholeNumber,
} from '../../src/platform/web/fields.js';
import { buildForm, readForm } from '../../src/platform/web/forms.js';
import { listQuery, pagination } from '../../src/platform/web/pagination.js';
import { validationMessages } from '../../src/platform/web/validation-messages.js';

const t = createTranslator(messages)('nl');

/** What the reader is told about one field; the value itself when nothing is wrong. */
function read(schema: z.ZodType, value: unknown): unknown {
  const form = readForm(z.object({ field: schema }), value === undefined ? {} : { field: value });
  return form.ok
    ? form.value.field
    : validationMessages(form.issues, t)
        .map(({ message }) => message)
        .join(' ');
}

describe('the body of a form', () => {
  const schema = z.object({ title: z.string(), parts: z.array(z.object({ date: z.string() })) });

  it('has its dotted names unfolded', () => {
    const body = { title: 'Basis', 'parts.0.date': '2027-01-14', 'parts.1.date': '2027-01-15' };
    expect(readForm(schema, body)).toEqual({
      ok: true,
      value: { title: 'Basis', parts: [{ date: '2027-01-14' }, { date: '2027-01-15' }] },
    });
  });

  it('comes back as it was sent when something is wrong', () => {
    const values = { parts: [{ date: '2027-01-14' }] };
    expect(readForm(schema, { 'parts.0.date': '2027-01-14' })).toMatchObject({ ok: false, values });
  });

  it.each([
    '__proto__.admin',
    'constructor.prototype.admin',
    'parts.51.date',
    'parts.-1.date',
    'parts..date',
    '0.date',
    'a.b.c.d.e',
    'parts[0]',
  ])('with the name %s is refused', (name) => {
    const result = readForm(schema, { [name]: 'x' });
    expect(result.ok ? [] : validationMessages(result.issues, t)).toEqual([
      { path: '', message: `Dit formulier kent deze velden niet: ${name}. Open het formulier opnieuw.` },
    ]);
  });

  it.each([
    [{ a: '1', 'a.b': '2' }],
    [{ 'a.b': '2', a: '1' }],
    [{ 'a.0': '1', 'a.b': '2' }],
    [{ 'a.b': '1', 'a.0': '2' }],
  ])('with names that contradict each other, %j, is refused', (body) => {
    expect(readForm(z.looseObject({}), body).ok).toBe(false);
  });

  it('of any kind never throws and never reaches the prototype of objects', () => {
    const segment = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '0', '7'),
    );
    const name = fc.array(segment, { maxLength: 5 }).map((path) => path.join('.'));
    const body = fc.oneof(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string()))), fc.anything());
    fc.assert(
      fc.property(body, (sent) => {
        readForm(z.looseObject({}), sent);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

describe('a form shown again', () => {
  const specs = [
    { name: 'parts.0.date', kind: 'date', label: 'web.pagination.page', labelParams: { page: 1 } },
    { name: 'agree', kind: 'checkbox', label: 'web.shell.privacy', required: true },
  ] as const;

  it('holds what was typed', () => {
    const form = buildForm(specs, { parts: [{ date: '2027-01-14' }], agree: 'on' }, [], t);
    expect(form.fields.map(({ value, checked }) => [value, checked])).toEqual([
      ['2027-01-14', false],
      ['on', true],
    ]);
  });

  it('has no error summary when nothing is wrong', () => {
    expect(buildForm(specs, {}, [], t).errorSummary).toBeNull();
  });

  it('names the field of every issue and links to it', () => {
    const issues = [
      { path: 'parts.0.date', message: 'Vul dit in.' },
      { path: '', message: 'De training is vol.' },
    ];
    expect(buildForm(specs, {}, issues, t).errorSummary).toEqual([
      { href: '#field-parts-0-date', message: 'Pagina 1: Vul dit in.' },
      { href: null, message: 'De training is vol.' },
    ]);
  });

  it('leaves out characters that HTML cannot hold', () => {
    expect(buildForm(specs, { parts: [{ date: 'a\0b\u0007' }] }, [], t).fields[0]?.value).toBe('ab');
  });
});

describe('a text field', () => {
  it.each([
    ['  Ünal  ', 'Ünal'],
    ['e\u0301', 'é'],
    ['مثال 👩‍🏫', 'مثال 👩‍🏫'],
    ['', 'Vul dit in.'],
    [undefined, 'Vul dit in.'],
    ['   ', 'Vul dit in.'],
    ['12345678901', 'Vul hoogstens 10 tekens in.'],
    ['a\0b', 'Er staat een teken in dat we niet kunnen bewaren. Typ de tekst opnieuw.'],
    ['a\r\nb', 'Er staat een teken in dat we niet kunnen bewaren. Typ de tekst opnieuw.'],
    ['\ud800', 'Er staat een teken in dat we niet kunnen bewaren. Typ de tekst opnieuw.'],
    [['a', 'b'], 'Dit klopt niet. Controleer wat u hebt ingevuld.'],
  ])('given %j says %j', (value, said) => {
    expect(read(requiredText(10), value)).toBe(said);
  });

  it.each([undefined, '', '  '])('that may stay empty is null for %j', (value) => {
    expect(read(optionalText(10), value)).toBeNull();
  });

  it('of several lines keeps them', () => {
    expect(read(optionalLines(20), 'een\r\n\ttwee ')).toBe('een\n\ttwee');
  });

  it('never lets a sign through that turns the direction of writing around', () => {
    const sign = fc.constantFrom(...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069');
    fc.assert(
      fc.property(fc.string(), sign, fc.string(), (before, turn, after) => {
        const answer = read(requiredText(1000), `${before}${turn}${after}`);
        expect(answer).toBe('Er staat een teken in dat we niet kunnen bewaren. Typ de tekst opnieuw.');
      }),
    );
  });

  it.each(['محمد الأمين', 'דוד בן־גוריון', 'Noor محمد'])('keeps the name %s', (name) => {
    expect(read(requiredText(100), name)).toBe(name);
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const form = readForm(z.object({ field: optionalText(1000) }), { field: value });
        expect(form.ok ? (form.value.field ?? '') : '').not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('a date or time', () => {
  it.each([
    ['2028-02-29', '2028-02-29'],
    ['2027-02-29', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['0000-01-01', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['22-11-2026', '2026-11-22'],
    [' 2/1/2027 ', '2027-01-02'],
    ['29-02-2027', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['11-22-2026', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['22-11-26', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['22-11-3026', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['1-1-12345', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
    ['', 'Vul dit in.'],
  ])('the date %j gives %j', (value, said) => {
    expect(read(localDate, value)).toBe(said);
  });

  it.each([
    ['2028-02-29', '2028-02-29'],
    ['22-11-2026', 'Geef een datum die bestaat, als 2026-11-22.'],
    ['2200-01-01', 'Geef een datum die bestaat, als 2026-11-22.'],
  ])('a system that gives the date %j gets %j', (value, said) => {
    expect(read(isoDate, value)).toBe(said);
  });

  it('is the same date however people write it', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/'), (day, mark) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-').map(Number);
        expect([read(localDate, iso), read(localDate, [date, month, year].join(mark))]).toEqual([iso, iso]);
      }),
    );
  });

  it.each([
    ['09:30', '09:30'],
    ['24:00', 'Vul een tijd in, bijvoorbeeld 09:30.'],
    ['9.30', 'Vul een tijd in, bijvoorbeeld 09:30.'],
    ['', 'Vul dit in.'],
  ])('the time %j gives %j', (value, said) => {
    expect(read(localTime, value)).toBe(said);
  });
});

describe('a number', () => {
  it.each([
    ['12', 12],
    ['0', 'Vul 1 of een hoger getal in.'],
    ['21', 'Vul 20 of een lager getal in.'],
    ['1,5', 'Vul een heel getal in, bijvoorbeeld 12.'],
    ['1e3', 'Vul een heel getal in, bijvoorbeeld 12.'],
    ['9'.repeat(31), 'Vul een heel getal in, bijvoorbeeld 12.'],
    ['', 'Vul dit in.'],
  ])('given %j is %j', (value, said) => {
    expect(read(wholeNumber(1, 20), value)).toBe(said);
  });
});

describe('an e-mail address', () => {
  it.each([
    [' Naam@Example.NL ', 'naam@example.nl'],
    ['naam@', 'Vul een e-mailadres in, bijvoorbeeld naam@example.nl.'],
    [`${'a'.repeat(250)}@example.nl`, 'Vul hoogstens 254 tekens in.'],
    ['', 'Vul dit in.'],
  ])('given %j is %j', (value, said) => {
    expect(read(emailAddress, value)).toBe(said);
  });
});

describe('a checkbox', () => {
  it.each([
    ['on', true],
    [undefined, false],
    ['maybe', 'Kies een van de mogelijkheden.'],
  ])('sent as %j is %j', (value, said) => {
    expect(read(checkbox, value)).toBe(said);
  });
});

describe('an amount', () => {
  it.each([
    ['1.234,50', 123450n],
    ['1234.50', 123450n],
    ['1234,5', 123450n],
    ['1.234', 123400n],
    ['€ 12', 1200n],
    ['12.34', 1234n],
    ['-5,00', -500n],
    ['€ -5,00', -500n],
    ['9999999999,99', 999999999999n],
    ['10000000000,00', null],
    ['9'.repeat(31), null],
    ['1,234.50', null],
    ['1.23.456', null],
    ['--5', null],
    ['-€ -5', null],
    ['1e5', null],
    ['=1+1', null],
    ['', null],
  ])('%j is %s cents', (written, cents) => {
    expect(parseCents(written)).toBe(cents);
  });

  it('reads back every amount that we show', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), (cents) => {
        expect(parseCents(formatCents(cents, 'nl'))).toBe(cents);
      }),
    );
  });

  it('reads the same amount with a decimal comma and with a decimal point', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(99), (euros, cents) => {
        const decimals = String(cents).padStart(2, '0');
        expect(parseCents(`${euros},${decimals}`)).toBe(parseCents(`${euros}.${decimals}`));
      }),
    );
  });

  it.each([
    ['12,50', 1250n],
    ['-12,50', 'Vul een bedrag van 0 of hoger in.'],
    ['veel', 'Vul een bedrag in, bijvoorbeeld 1.234,50.'],
    ['', 'Vul dit in.'],
  ])('in a form, %j gives %s', (value, said) => {
    expect(read(centsFromDutch, value)).toBe(said);
  });
});

describe('other issues', () => {
  it.each([
    [z.enum(['a', 'b']), 'c', 'Kies een van de mogelijkheden.'],
    [z.string().min(8), 'kort', 'Vul minstens 8 tekens in.'],
    [z.array(z.string()).min(1), [], 'Kies er minstens 1.'],
    [z.array(z.string()).max(2), ['a', 'b', 'c'], 'Kies er hoogstens 2.'],
    [z.uuid(), 'x', 'Dit klopt niet. Controleer wat u hebt ingevuld.'],
    [z.union([z.string(), z.boolean()]), 7, 'Dit klopt niet. Controleer wat u hebt ingevuld.'],
  ])('of a schema say what to do', (schema, value, said) => {
    expect(read(schema, value)).toBe(said);
  });
});

describe('the links under a list', () => {
  const links = (total: number, page: number) => pagination(total, page, 25, (to) => `?page=${to}`);

  it('are left out when everything fits', () => {
    expect(links(25, 1)).toMatchObject({ from: 1, to: 25, previous: null, next: null, pages: [] });
  });

  it('count nothing in an empty list', () => {
    expect(links(0, 1)).toMatchObject({ from: 0, to: 0, total: 0 });
  });

  it('lead to the first, the last and the pages around this one', () => {
    expect(links(500, 10).pages.map(({ page, afterGap }) => (afterGap ? `…${page}` : `${page}`))).toEqual([
      '1',
      '…9',
      '10',
      '11',
      '…20',
    ]);
  });

  it('take a page beyond the end for the last', () => {
    expect(links(30, 99)).toMatchObject({ from: 26, to: 30, previous: '?page=1', next: null });
  });

  it('always hold exactly one current page among several', () => {
    fc.assert(
      fc.property(fc.integer({ min: 26, max: 100_000 }), fc.integer({ min: 1, max: 5000 }), (total, page) => {
        expect(links(total, page).pages.filter(({ current }) => current)).toHaveLength(1);
      }),
    );
  });
});

describe('the query of a list', () => {
  it('is the first page without a search when it says nothing', () => {
    expect(listQuery.parse({})).toEqual({ page: 1, q: null, sort: null });
  });

  it.each([{ page: '0' }, { page: 'x' }, { page: '1e99' }, { q: '\0' }, { q: ['a', 'b'] }])(
    'is refused with %j',
    (query) => {
      expect(listQuery.safeParse(query).success).toBe(false);
    },
  );
});
