import * as fc from 'fast-check';
import { domainOf, nameFrom, organisationsFor } from '../../src/online-enrolment/newcomer.rules.js';

test.each([
  ['noor.voorbeeld@example.nl', 'Noor Voorbeeld'],
  ['noor.van.den.voorbeeld@example.nl', 'Noor van den Voorbeeld'],
  ['anne-marie_verzinsel@example.nl', 'Anne-Marie Verzinsel'],
  ['a.verzinsel2@example.nl', 'A. Verzinsel'],
  ['Noor.Voorbeeld+training@example.nl', 'Noor Voorbeeld'],
  ['van.der.voorbeeld@example.nl', 'Van der Voorbeeld'],
])('the name in %s is %s', (address, name) => {
  expect(nameFrom(address)).toBe(name);
});

test.each([
  'info@example.nl',
  'nvoorbeeld@example.nl',
  '12345@example.nl',
  'noor..voorbeeld@example.nl',
  '.@x.nl',
])('no name can be read in %s', (address) => {
  expect(nameFrom(address)).toBe('');
});

test('a name that is guessed holds only letters, hyphens, points and spaces, whatever the address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (address) => {
      expect(nameFrom(address)).toMatch(/^[\p{L}. -]*$/u);
    }),
  );
});

const organisation = (id: string, emailDomain: string | null) => ({
  id,
  name: id,
  municipality: 'Almere',
  emailDomain,
});

test('one organisation is recognised by the domain, however the register writes it', () => {
  const register = [
    organisation('school', '@School.example'),
    organisation('zorg', 'zorg.example'),
    organisation('vrij', null),
  ];
  expect(organisationsFor('x@school.example', register)).toEqual({
    recognised: true,
    choices: [register[0]],
  });
});

test('several organisations with one domain are all to choose from, and no other', () => {
  const register = [
    organisation('team-1', 'politie.example'),
    organisation('school', null),
    organisation('team-2', 'politie.example'),
  ];
  expect(organisationsFor('x@politie.example', register).choices.map(({ id }) => id)).toEqual([
    'team-1',
    'team-2',
  ]);
});

test('an address of a domain that nobody has leaves every organisation to choose from', () => {
  const domains = fc.option(fc.domain());
  fc.assert(
    fc.property(fc.emailAddress(), fc.array(domains), (address, found) => {
      const register = found.map((domain, index) => organisation(String(index), domain));
      const { recognised, choices } = organisationsFor(address, register);
      const own = register.filter(({ emailDomain }) => emailDomain?.toLowerCase() === domainOf(address));
      expect([recognised, choices]).toEqual([own.length > 0, own.length > 0 ? own : register]);
    }),
  );
});

test('a longer domain with the same end is another', () => {
  const register = [organisation('school', 'school.example')];
  expect(organisationsFor('x@mijnschool.example', register).recognised).toBe(false);
  expect(organisationsFor('x@school.example.evil', register).recognised).toBe(false);
});
