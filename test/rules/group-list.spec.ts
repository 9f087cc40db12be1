import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readListFile, readPasted, type ListRead } from '../../src/enrolment/group-list.js';
import { peopleOf, type ListedPerson } from '../../src/enrolment/group-list.rules.js';
import { matchPeople, type Known } from '../../src/enrolment/group-matching.rules.js';

const word = fc.stringMatching(/^[A-Za-zé'-]{1,8}$/).filter((text) => /[a-z]{2}/.test(text));
const people = fc.array(
  fc.record({
    name: fc.tuple(word, word).map((words) => words.join(' ')),
    organisation: word,
    local: fc.stringMatching(/^[a-z][a-z.]{0,8}[a-z]$/),
  }),
  { minLength: 1, maxLength: 6 },
);
const addressOf = (local: string) => `${local}@school.example.nl`;
/** How programs and people write a table down. */
const manners = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  record_delimiter: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  quoted: fc.boolean(),
});
const dress = fc.constantFrom(
  (address: string) => address,
  (address: string) => ` ${address.toUpperCase()}\u00A0`,
  (address: string) => `mailto:${address}`,
  (address: string) => `Iemand <${address}>`,
);
const above = fc.constantFrom<string[][]>(
  [],
  [['Naam', 'Organisatie', 'E-mailadres']],
  [
    ['Deelnemers najaar', '', ''],
    ['Naam', 'Organisatie', 'Zakelijk e-mailadres'],
  ],
);

function given(read: ListRead): ListRead & { ok: true } {
  if (!read.ok) throw new Error(read.problem);
  return read;
}

const listOf = (read: ListRead): readonly ListedPerson[] => given(read).people;

test('addresses are found in order, however the list is written down and with or without a row that names the columns', () => {
  fc.assert(
    fc.property(people, manners, dress, above, (group, manner, dressed, header) => {
      const rows = group.map(({ name, organisation, local }) => [
        name,
        organisation,
        dressed(addressOf(local)),
      ]);
      const text = stringify([...header, ...rows], manner);
      const expected = group.map(({ local }, index) => ({
        by: 'email',
        email: addressOf(local),
        line: header.length + index + 1,
      }));
      expect(listOf(readPasted(text))).toMatchObject(expected);
      expect(listOf(readListFile(Buffer.from(text)))).toMatchObject(expected);
    }),
  );
});

test('what was read can be pasted again as it is shown', () => {
  fc.assert(
    fc.property(people, manners, above, (group, manner, header) => {
      const rows = group.map(({ name, organisation, local }) => [name, organisation, addressOf(local)]);
      const read = given(readPasted(stringify([...header, ...rows], manner)));
      expect(listOf(readPasted(read.text))).toEqual(read.people);
    }),
  );
});

test('without an address it is the name within the organisation', () => {
  const first = ['Jip Jansen', 'De  school'];
  const found = { by: 'name', name: 'Jip Jansen', organisation: 'De school' };
  expect(listOf(readPasted(first.join('\t')))).toMatchObject([found]);
  expect(
    listOf(readPasted('organisatie;achternaam;tussenvoegsel;voornaam\nDe school;Jansen;;Jip')),
  ).toMatchObject([found]);
  expect(listOf(readPasted('naam;organisatie\nJansen, Jip;De school'))).toMatchObject([found]);
});

test('an empty address in a column of addresses makes the name count', () => {
  const [, second] = listOf(
    readPasted('e-mail\tnaam\torganisatie\njip@school.example.nl\tJip\tX\n\tJanneke\tX'),
  );
  expect(second).toMatchObject({ by: 'name', name: 'Janneke', organisation: 'X' });
});

test('two addresses on a line name nobody, unless a column says which one counts', () => {
  const line = 'Jip\tbaas@school.example.nl\tjip@school.example.nl';
  expect(listOf(readPasted(line))).toMatchObject([{ by: 'nothing', reason: 'several-addresses' }]);
  expect(listOf(readPasted(`naam\tleidinggevende\te-mail\n${line}`))).toMatchObject([
    { by: 'email', email: 'jip@school.example.nl' },
  ]);
});

describe('a line with the recipients of a mail', () => {
  const recipient = fc.record({
    first: word,
    last: word,
    local: fc.stringMatching(/^[a-z][a-z.]{0,8}[a-z]$/),
    writes: fc.constantFrom<(name: string[], address: string) => string>(
      ([first, last], address) => `${first} ${last} <${address}>`,
      ([first, last], address) => `"${last}, ${first}" <${address}>`,
      (_, address) => `<${address}>`,
      (_, address) => address,
    ),
  });
  const recipients = fc.uniqueArray(recipient, {
    selector: ({ local }) => local,
    minLength: 2,
    maxLength: 6,
  });
  const separator = fc.constantFrom('; ', ';', ', ', ';\u00A0');
  type Group = typeof recipients extends fc.Arbitrary<infer Value> ? Value : never;
  const written = (group: Group, between: string) =>
    group.map(({ first, last, local, writes }) => writes([first, last], addressOf(local))).join(between);
  const found = (group: Group, line: number) =>
    group.map(({ local }) => ({ by: 'email', email: addressOf(local), line }));

  test('names each of them, in order, and what was read can be read again', () => {
    fc.assert(
      fc.property(recipients, separator, fc.boolean(), (group, between, ends) => {
        const line = written(group, between);
        // A name turned around needs its own comma.
        fc.pre(!between.includes(',') || !line.includes('"'));
        const read = given(readPasted(line + (ends ? between : '')));
        expect(read.people).toMatchObject(found(group, 1));
        expect(listOf(readPasted(read.text))).toEqual(read.people);
      }),
    );
  });

  test('names each of them among other lines too, when one is written as a mail program does', () => {
    const named = recipients.filter((group) => written(group, ';').includes('<'));
    fc.assert(
      fc.property(named, (group) => {
        const text = `Jip\tDe school\nJanneke\tDe school\n${written(group, '; ')}`;
        expect(listOf(readPasted(text)).slice(2)).toMatchObject(found(group, 3));
      }),
    );
  });

  test('is one of columns where bare addresses stand on more lines than one, and names nobody', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 4, maxLength: 4 }),
        (names) => {
          const [a, b, c, d] = names.map(addressOf);
          const severals = { by: 'nothing', reason: 'several-addresses' };
          expect(listOf(readPasted(`${a};${b}\n${c};${d}`))).toMatchObject([severals, severals]);
        },
      ),
    );
  });

  test('counts against the largest group by its people', () => {
    const many = Array.from({ length: 501 }, (_, index) => `p${index}@school.example.nl`).join('; ');
    expect(readPasted(many)).toEqual({ ok: false, problem: 'too-many-rows', line: null });
  });
});

test('an address in another column than that of the addresses is found where that one holds none, but never that of someone else', () => {
  const jip = { by: 'email', email: 'jip@school.example.nl' };
  const found = (heading: string, line: string) => listOf(readPasted(`${heading}\n${line}`));
  const heading = 'naam\torganisatie\te-mail\topmerking';
  for (const line of [
    'Jip\tjip@school.example.nl',
    'Jip\tDe school\t\tjip@school.example.nl',
    'Jip\tDe school\tgeen\tmailto:jip@school.example.nl',
    'Jip <jip@school.example.nl>\tDe school',
  ])
    expect(found(heading, line)).toMatchObject([jip]);
  expect(found(heading, 'Jip\tjip@school.example.nl\t\tbaas@school.example.nl')).toMatchObject([
    { by: 'nothing', reason: 'several-addresses' },
  ]);
  const withBoss = 'naam\torganisatie\te-mail\tE-mail leidinggevende';
  expect(found(withBoss, 'Jip\tDe school\t\tbaas@school.example.nl')).toMatchObject([
    { by: 'name', name: 'Jip', organisation: 'De school' },
  ]);
});

test('without a row that names the columns an address is found in any of them, and the name that may stand before it', () => {
  fc.assert(
    fc.property(fc.nat(3), dress, (place, dressed) => {
      const cells = ['Jip', 'De school', 'opmerking', ''];
      cells.splice(place, 0, dressed(addressOf('jip')));
      expect(listOf(readPasted(cells.join('\t')))).toMatchObject([
        { by: 'email', email: addressOf('jip'), name: place === 0 ? null : 'Jip' },
      ]);
    }),
  );
});

test('a line with only a name names nobody', () => {
  expect(listOf(readPasted('Jip Jansen'))).toMatchObject([{ by: 'nothing', reason: 'nothing-to-go-by' }]);
});

test('quotes as people type them are text', () => {
  expect(listOf(readPasted('Jip "de snelle" Jansen\tDe school\njip@school.example.nl'))).toMatchObject([
    { by: 'name', name: 'Jip "de snelle" Jansen' },
    { by: 'email' },
  ]);
});

test('an empty list, one of nothing but headings, one that is too long and one that is no text are each told apart', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `p${index}@school.example.nl`).join('\n');
  expect(readPasted(' \n')).toEqual({ ok: false, problem: 'empty', line: null });
  expect(readPasted('naam;e-mail')).toEqual({ ok: false, problem: 'empty', line: null });
  expect(readPasted(many(501))).toEqual({ ok: false, problem: 'too-many-rows', line: null });
  expect(readPasted(many(5_000))).toEqual({ ok: false, problem: 'too-many-rows', line: null });
  expect(listOf(readPasted(`naam;e-mail\n${many(500)}`))).toHaveLength(500);
  expect(readPasted('naam;"open\nJip;x')).toEqual({ ok: false, problem: 'quotes', line: 2 });
  expect(readListFile(Buffer.from([0x89, 0x50, 0, 1]))).toEqual({
    ok: false,
    problem: 'not-text',
    line: null,
  });
});

test('any text and any bytes give people or a problem, never an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.uint8Array({ maxLength: 80 }),
      (text, bytes) => {
        expect(typeof readListFile(Buffer.from(bytes)).ok).toBe('boolean');
        expect(typeof readPasted(text).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});

const known = (
  name: string,
  organisation = 'De school',
  email = `${name.toLowerCase()}@school.example.nl`,
): Known => ({
  id: email,
  ...{ name, organisation, email },
});

describe('matching with the register', () => {
  const jip = known('Jip');
  const janneke = known('Janneke');
  const match = (text: string, register = [jip, janneke]) => matchPeople(listOf(readPasted(text)), register);

  test('an address decides, whatever name stands beside it', () => {
    expect(match('Janneke\tDe school\tJIP@school.example.nl')).toMatchObject([
      { kind: 'person', person: jip },
    ]);
  });

  test('an address that is not in the register is nobody, also when the name is', () => {
    expect(match('Jip\tDe school\tjip@elders.example.nl')).toMatchObject([
      { kind: 'unknown', email: 'jip@elders.example.nl', name: 'Jip' },
    ]);
  });

  test('a name counts only where one person of that organisation has it', () => {
    const namesake = known('Jip', 'De school', 'jip2@school.example.nl');
    expect(match('jip\tde school')).toMatchObject([{ kind: 'person', person: jip }]);
    expect(match('jip\tde school', [jip, namesake])).toMatchObject([{ kind: 'several-people' }]);
    expect(match('jip\thet politiebureau')).toMatchObject([{ kind: 'unknown', name: 'jip' }]);
  });

  test('each person is taken once, at the first line, and the later lines say which that is', () => {
    const lines = fc.array(fc.constantFrom(jip, janneke), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.boolean(), (group, byName) => {
        const text = group
          .map(({ name, organisation, email }) => (byName ? `${name}\t${organisation}` : email))
          .join('\n');
        const matched = match(text);
        matched.forEach((row, index) => {
          const first = group.indexOf(group[index]!);
          expect(row).toMatchObject(
            first === index ? { kind: 'person' } : { kind: 'twice', earlier: first + 1 },
          );
        });
      }),
    );
  });
});

test('only the first lines can name the columns', () => {
  const lines = Array.from({ length: 11 }, (_, index) => ({ line: index + 1, cells: ['-', '-'] }));
  expect(peopleOf([...lines, { line: 12, cells: ['naam', 'e-mail'] }])).toHaveLength(12);
});
