import fc from 'fast-check';
import {
  contrastOf,
  isReadable,
  LEAST_CONTRAST,
  readColour,
  tintOf,
} from '../../src/certificates/look/colour.rules.js';

const part = fc.integer({ min: 0, max: 255 });
const hex = (value: number) => value.toString(16).padStart(2, '0');
const colourOf = (parts: readonly number[]) => `#${parts.map(hex).join('')}`;
const colour = fc.tuple(part, part, part).map(colourOf);
const [BLACK, WHITE] = ['#000000', '#ffffff'];

describe('the contrast of two colours', () => {
  it('is the same the other way round, from 1 of a colour with itself to 21 of black with white', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const contrast = contrastOf(one, other);
        expect(contrast).toBe(contrastOf(other, one));
        expect(contrast).toBeGreaterThanOrEqual(1);
        expect(contrast).toBeLessThanOrEqual(21);
        expect(contrastOf(one, one)).toBe(1);
      }),
    );
    expect(contrastOf(BLACK, WHITE)).toBe(21);
  });

  it.each([
    ['#767676', 4.54],
    ['#777777', 4.47],
    ['#ff0000', 3.99],
    ['#00ff00', 1.37],
    ['#0000ff', 8.59],
  ])('of %s with white is %d', (given, known) => {
    expect(Math.floor(contrastOf(given, WHITE) * 100) / 100).toBe(known);
  });
});

describe('a colour for text on paper', () => {
  it('stays good enough when any of it becomes darker', () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.nat(2), part, (parts, which, darker) => {
        fc.pre(isReadable(colourOf(parts)));
        const changed = parts.map((value, index) => (index === which ? Math.min(value, darker) : value));
        expect(isReadable(colourOf(changed))).toBe(true);
      }),
    );
  });

  it('is refused exactly where its contrast with white is under the least', () => {
    fc.assert(
      fc.property(colour, (given) => {
        expect(isReadable(given)).toBe(contrastOf(given, WHITE) >= LEAST_CONTRAST);
      }),
    );
    expect([isReadable('#767676'), isReadable('#777777'), isReadable('#ffee00')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has a tint that is lighter, unless it is white', () => {
    fc.assert(
      fc.property(colour, (given) => {
        const tint = tintOf(given);
        expect(readColour(tint)).toBe(tint);
        expect(contrastOf(tint, WHITE)).toBeLessThanOrEqual(contrastOf(given, WHITE));
      }),
    );
  });
});

describe('a colour as people write it', () => {
  it('is read with or without its sign, in any case', () => {
    fc.assert(
      fc.property(colour, fc.boolean(), fc.boolean(), (given, signed, upper) => {
        const written = signed ? given : given.slice(1);
        expect(readColour(` ${upper ? written.toUpperCase() : written} `)).toBe(given);
      }),
    );
  });

  it('is never read from anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^#?[0-9a-f]{6}$/i.test(text.trim()));
        expect(readColour(text)).toBeNull();
      }),
    );
    expect(['#fff', 'red', '#12345g', '#1234567', ''].map(readColour)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
