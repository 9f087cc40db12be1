/** Where a value stands in a body: the keys on the way to it. */
export type Place = readonly (string | number)[];

/** Every value of a body that holds no other. */
export function leavesOf(body: unknown, at: Place = []): { readonly at: Place; readonly value: unknown }[] {
  if (typeof body !== 'object' || body === null) return [{ at, value: body }];
  return Object.entries(body).flatMap(([key, value]) =>
    leavesOf(value, [...at, Array.isArray(body) ? Number(key) : key]),
  );
}

/** The same body with another value in one place. */
export function withLeaf(body: unknown, [key, ...deeper]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body))
    return body.map((item: unknown, index) => (index === key ? withLeaf(item, deeper, value) : item));
  const group = body as Record<string, unknown>;
  return { ...group, [key]: withLeaf(group[key], deeper, value) };
}

const LONG = 'a'.repeat(10_000);
const DIGITS = '1234567890123456789012345678901';

// Nowhere right, whatever the field is for.
const NEVER = ['a\u0000b', '\u0000', 'a\u0007b', `${LONG}@voorbeeld.example`, LONG, 'Zo\ufffd'];
const NEVER_AS_JSON: readonly unknown[] = [
  { a: 1 },
  [['x']],
  true,
  1e308,
  '\ud800',
  'a\udfffb',
  { toString: 'x' },
];
const NO_DATES = [
  '2026-02-30',
  '2026-13-01',
  '12-31-2026',
  '0000-01-01',
  '2026-1-1',
  '+275760-09-13',
  'today',
  '9999-12-31',
];
const NO_TIMES = ['25:61', '24:00', '9:5', '12:60', '12:00:61', '-1:00', 'noon', '٠٩:٣٠'];
const NO_NUMBERS = [
  DIGITS,
  '-1',
  '1e5',
  'NaN',
  'Infinity',
  '0x10',
  '1.5.2',
  '٣',
  '',
  '1\u20282',
  '--1',
  '1;2',
];
const NO_ADDRESSES = [
  'a',
  'a@',
  '@b.example',
  'a b@voorbeeld.example',
  'a@b',
  'a@voorbeeld.example\r\nBcc: x@y.example',
  'نور@voorbeeld.example',
  '🎓@voorbeeld.example',
];
const NO_IDS = [
  'x',
  '',
  '../',
  '00000000-0000-0000-0000-00000000000g',
  '{0}',
  '0192f3a0-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
];
const NO_AMOUNTS = [-1, 1.5, 1e31, Number.MAX_SAFE_INTEGER + 1, null, '100', -0.001];

/** Values that cannot stand where this one does. Forms send text; documents any kind of value. */
export function badValuesFor(value: unknown, isApi: boolean): readonly unknown[] {
  const never = [...NEVER, ...NEVER_AS_JSON];
  if (typeof value === 'number') return [...never, ...NO_AMOUNTS, ...NO_NUMBERS];
  if (typeof value === 'boolean') return [...never.filter((bad) => bad !== true), 'false', 0, null];
  const text = String(value);
  return [...never, ...badTextsFor(text), ...(isApi ? [null, 7] : [])];
}

function badTextsFor(text: string): readonly string[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return NO_DATES;
  if (/^\d{2}:\d{2}$/.test(text)) return NO_TIMES;
  if (/^\d+(\.\d{3})?(,\d{2})?$/.test(text)) return NO_NUMBERS;
  if (text.includes('@')) return NO_ADDRESSES;
  if (/^[\da-f-]{36}$/.test(text)) return NO_IDS;
  return [''];
}
