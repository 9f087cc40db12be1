import { NO_ID } from './sample-requests.js';

const words = (line: string): readonly string[] => line.split(' ');

/** What cannot name anything, as one part of a path. */
export const badPathParts: readonly string[] = [
  ...words('x %00 %ff %E0%A4 % %C0%AF %ED%A0%80 .. ..%2f..%2fetc %2e%2e%2f -1 0192f3a0 null'),
  ...words(
    "%F0%9F%8E%93 %D9%86%D9%88%D8%B1 __proto__ constructor '%20or%201=1-- 9999999999999999999999999999",
  ),
  'a'.repeat(5_000),
];

/** Values of a query string that hardly any field can have. */
export const badTexts: readonly string[] = [
  ...words("-1 99999999999999999999 NaN %00 %ff % '-- %F0%9F%8E%93 %D9%86%D9%88%D8%B1%E2%80%AE"),
  ...['', 'a'.repeat(10_000), '2026-02-30', '0000-01-01', NO_ID],
];

/** Query strings that are odd as a whole. */
export const badQueries: readonly string[] = [
  ...words('__proto__[x]=1 constructor.prototype.x=1 __proto__=1 &&&==&'),
  'a=1&'.repeat(2_500),
];

const notice = (text: string) => `notice=${Buffer.from(text).toString('base64url')}`;

export const badCookies: readonly string[] = [
  ...['garbage', '=;=;;=', 'sign-in=%00; language=xx', `sign-in=${'a'.repeat(8_000)}`],
  ...['__proto__=1; constructor=2', 'a=b; '.repeat(900), 'notice=%%%', 'notice=\u0080\u00ff'],
  ...[notice('{'), notice('null'), notice('[]'), notice('{"kind":{},"key":{"a":1}}')],
  notice('{"kind":"ok","key":"constructor","params":7}'),
  notice('{"kind":"ok","key":"web.form.issues","params":{"count":{}}}'),
];

const keys = ['Bearer', 'Bearer  ', `Bearer ${'x'.repeat(6_000)}`, 'Basic ====', 'Bearer \u00ff'];

export const badHeaders: readonly Readonly<Record<string, string>>[] = [
  ...keys.map((authorization) => ({ authorization })),
  ...['x'.repeat(201), 'a b', '\u00e9', ''].map((key) => ({ 'idempotency-key': key })),
  { 'x-forwarded-for': 'nonsense, ::1, 999.1.1.1' },
  { 'x-forwarded-host': '"><script>', 'x-forwarded-proto': 'gopher' },
  { host: 'elsewhere.example' },
  { host: '"><script>' },
  { accept: '*/*;q=x', 'if-none-match': '"', 'if-modified-since': 'yesterday', range: 'bytes=9-1' },
];

const DEEP = 10_000;

/** Documents (JSON) that cannot be read. */
export const unreadableDocuments: readonly (string | Buffer)[] = [
  ...words('{ null, {"a":1,} {\'a\':1} \u0000 [1 "\ud800 {"__proto__":{"x":1}}'),
  '{"constructor":{"prototype":{"x":1}}}',
  `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  JSON.stringify({ name: 'x'.repeat(2_000_000) }),
  Buffer.from('{"name":"Zoë"}', 'utf16le'),
];

/** Kinds of body that nothing here reads. */
export const unreadableTypes: readonly string[] = [
  ...words('text/plain application/xml nonsense text/html application/octet-stream'),
  'application/json, text/plain',
];

/** Documents of a shape that no route reads. */
export const oddDocuments: readonly string[] = words(
  '[] [[]] "text" 7 null true {"a":{"b":[1]}} {"":""} {"toString":"x"}',
);

/** Forms with names that no route knows. */
export const oddForms: readonly string[] = [
  ...words('%zz=% =&= __proto__=1 constructor.prototype.x=1 a.b.c.d.e.f=1 %00=%00 parts.99999.date=1'),
  ...words('parts.0=1&parts.0.date=2 a=1&a=2 name=%EB'),
  'a=1&'.repeat(20_000),
];
