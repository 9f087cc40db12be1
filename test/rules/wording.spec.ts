import fc from 'fast-check';
import { textsOfKind } from '../../src/mail-texts/mail-text-fields.pages.js';
import { locales } from '../../src/shared/locale.js';
import {
  blocks,
  mailKinds,
  sometimesAbsent,
  valueNames,
  valuesOf,
  type ValueName,
  type Values,
} from '../../src/wording/mail-kinds.rules.js';
import { standardText } from '../../src/wording/standard-texts.js';
import { faultIn, paragraphsOf } from '../../src/wording/template.rules.js';
import { eachBlock, ownBlocksOf, textsOf } from '../../src/wording/wording.rules.js';
import { chooseWords } from '../../src/wording/words.js';

const anyName = fc.constantFrom(...valueNames);
const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('{{') && !/[\n\0]/.test(text));
const anyValues = fc.record(
  Object.fromEntries(valueNames.map((name) => [name, fc.string()])) as Record<
    ValueName,
    fc.Arbitrary<string>
  >,
);
/** What people type: words, names, and the pieces of which other templates are made. */
const pieces = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{',
    '}',
    '{{{',
    '}}}',
    '\\',
    '~',
    '#if ',
    '/if',
    '>',
    '!',
    '&',
    '@',
    '../',
    'this',
    'else',
  ],
  ...[
    '{{name}}',
    '{{ course }}',
    '{{naam}}',
    '{{{name}}}',
    '{{#each name}}',
    '{{name.length}}',
    ' ',
    '\n',
    '"x"',
  ],
  ...[
    'constructor',
    '__proto__',
    '[name]',
    'name=1',
    '{{> x}}',
    '{{!-- --}}',
    '{{~name~}}',
    '\\{{name}}',
    '<b>',
  ],
);
const anyText = fc.array(fc.oneof(pieces, words, anyName)).map((parts) => parts.join(''));

describe('a text for a mail', () => {
  it('without double braces says what it says', () => {
    fc.assert(
      fc.property(words, anyValues, (text, values) => {
        expect(faultIn(text, [])).toBeNull();
        expect(paragraphsOf(text, values)).toEqual(text.trim() === '' ? [] : [text]);
      }),
    );
  });

  it('with a name says the value in its place, whatever that holds', () => {
    fc.assert(
      fc.property(words, words, anyName, anyValues, (before, after, name, values) => {
        // A backslash before braces has a meaning to Handlebars.
        fc.pre(!before.endsWith('\\') && !before.endsWith('{') && !after.startsWith('}'));
        const text = `x${before}{{${name}}}${after}`;
        expect(faultIn(text, [name])).toBeNull();
        expect(paragraphsOf(text, values)).toEqual([`x${before}${values[name]}${after}`]);
      }),
    );
  });

  it('with a name that is not known is refused, with the name and its line', () => {
    const unknown = fc
      .stringMatching(/^[a-zA-Z]{1,12}$/)
      .filter((name) => !/^(name|true|false|null|undefined|else)$/.test(name));
    fc.assert(
      fc.property(fc.array(words), unknown, (lines, name) => {
        const text = [...lines, `a {{${name}}}`].join('\n');
        expect(faultIn(text, ['name'])).toEqual({ kind: 'unknown', line: lines.length + 1, name });
      }),
    );
  });

  it('that is accepted gives paragraphs for any values, in which no name is left', () => {
    fc.assert(
      fc.property(anyText, anyValues, (text, values) => {
        fc.pre(faultIn(text, valueNames) === null);
        const plain = Object.fromEntries(Object.keys(values).map((name) => [name, 'x'])) as Values;
        for (const paragraph of paragraphsOf(text, plain)) expect(paragraph).not.toMatch(/\{\{/);
        expect(() => paragraphsOf(text, values)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '{{{name}}}',
    '{{&name}}',
    '{{#if name}}x{{/if}}',
    '{{#name}}x{{/name}}',
    '{{^}}',
    '{{else}}',
    '{{> name}}',
    '{{! name}}',
    '{{!-- name --}}',
    '{{~name}}',
    '{{name~}}',
    '\\{{name}}',
    '{{name "x"}}',
    '{{name x=1}}',
    '{{lookup name "x"}}',
    '{{"name"}}',
    '{{1}}',
    '{{true}}',
    '{{name',
    '{{}}',
    '{{ }}',
    '{{{{name}}}}{{{{/name}}}}',
  ])('cannot hold %s', (written) => {
    expect(faultIn(`a\n${written}`, ['name'])).toEqual({ kind: 'not-a-name', line: 2 });
  });

  it.each(['this', 'this.name', '../name', '@name', '@root.name', 'name.length', 'constructor', '__proto__'])(
    'cannot reach for %s',
    (name) => {
      expect(faultIn(`{{${name}}}`, ['name'])?.line).toBe(1);
    },
  );

  it('leaves out the paragraph that names what has no value, and no other', () => {
    const text = 'Welkom.\nUw trainer is {{trainers}}.\nTot {{date}}.';
    expect(paragraphsOf(text, { trainers: null, date: 'morgen' })).toEqual(['Welkom.', 'Tot morgen.']);
  });
});

const standard = (kind: (typeof mailKinds)[number]) => eachBlock((block) => standardText(kind, block, 'nl'));

describe.each(mailKinds)('the mail %s', (kind) => {
  it.each(locales)(
    'has a standard text in %s that would be accepted, and that every mail has the values for',
    (locale) => {
      const texts = eachBlock((block) => standardText(kind, block, locale));
      expect(textsOfKind(kind).safeParse(texts).error?.issues).toBeUndefined();
      const always = valuesOf(kind).filter((name) => !sometimesAbsent.includes(name));
      for (const block of blocks) expect(faultIn(texts[block], always)).toBeNull();
    },
  );
});

describe('the words of a mail', () => {
  const mail = { kind: 'reminder', locale: 'nl' } as const;
  const values = { name: 'Noor', course: 'Basis', date: 'morgen', trainers: null };
  const own = (texts: object, version: number) => ({ ...eachBlock(() => null), ...texts, version });

  it('are those of the municipality, then of the region, then the standard text, block by block', () => {
    const chosen = chooseWords(
      mail,
      {
        region: own({ opening: 'Regio', closing: 'Regio' }, 3),
        municipality: own({ opening: 'Gemeente' }, 7),
      },
      values,
    );
    expect(chosen).toMatchObject({ opening: ['Gemeente'], closing: ['Regio'], practical: [] });
    expect(chosen.subject).toBe('Herinnering: Basis op morgen');
    expect(chosen.versions).toEqual({ region: 3, municipality: 7 });
  });

  it('name only the versions that are in them', () => {
    const sources = { region: own({ opening: 'Regio' }, 3), municipality: own({ opening: 'Gemeente' }, 7) };
    expect(chooseWords(mail, sources, values).versions).toEqual({ region: null, municipality: 7 });
    expect(chooseWords(mail, { region: null, municipality: own({}, 8) }, values).versions).toEqual({
      ...{ region: null, municipality: null },
    });
  });

  it('can be none where a mail can do without', () => {
    expect(
      chooseWords(mail, { region: null, municipality: own({ closing: '' }, 1) }, values).closing,
    ).toEqual([]);
  });

  it('have a subject and a beginning, also where the own ones name what this mail lacks', () => {
    const sources = {
      region: null,
      municipality: own({ subject: '{{trainers}}', opening: '{{trainers}}' }, 1),
    };
    const chosen = chooseWords(mail, sources, values);
    expect(chosen.subject).toBe('Herinnering: Basis op morgen');
    expect(chosen.opening).toHaveLength(1);
  });

  it('that are the same as without them are nobody’s own, and together say what was written', () => {
    const otherwise = standard('reminder');
    fc.assert(
      fc.property(
        fc.record(eachBlock(() => fc.constantFrom('a', 'b', ...Object.values(otherwise)))),
        (texts) => {
          const stored = ownBlocksOf(texts, otherwise);
          expect(textsOf(stored, otherwise)).toEqual(texts);
          for (const block of blocks) expect(stored[block]).not.toBe(otherwise[block]);
        },
      ),
    );
  });
});
