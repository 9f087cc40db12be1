import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { messages, type MessageKey } from '../../src/messages.js';
import {
  formatCents,
  formatDate,
  formatDateRange,
  formatInstant,
  formatTimeRange,
} from '../../src/platform/i18n/format.js';
import { localeFrom } from '../../src/platform/i18n/locale.js';
import { compose, defineMessages } from '../../src/platform/i18n/messages.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import { viewsFolder } from '../../src/platform/web/views.js';

const keys = Object.keys(messages.nl) as (keyof typeof messages.nl)[];
const stem = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()),
];

function filesIn(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

const viewTexts = filesIn(viewsFolder, ['.hbs', '.mjml']);

/** Keys that are put together from a value, so that no file holds them whole. */
const builtKeys: readonly RegExp[] = [
  // The look of certificates: what is wrong with a colour or a logo.
  /^certificates\.look\.fault\.(colour|faint|base64|not-a-picture|animated|cmyk|too-many-pixels|too-heavy)$/,
  // Received invoices: how they stand, what they are, what they are like, why they are set aside.
  /^received\.(state|caption|empty)\.(waiting|booked|set-aside)$/,
  /^received\.(kind|one)\.(invoice|credit-note)$/,
  /^received\.alike\.(supplier|amount|date|name)$/,
  /^received\.setAside\.(not-ours|received-twice|disputed|other-administration)$/,
  // Reconciliation: the columns of a file, what is wrong with their choice, how rows come out.
  /^reconciliation\.column\.(number|amount|debit|credit|reference|supplier|date)$/,
  /^reconciliation\.balance\.(higher|lower|even)$/,
  /^reconciliation\.mapping\.(number|amount|reference|twice)$/,
  /^reconciliation\.(show|outcome)\.(differences|amount-differs|only-theirs|only-ours|agrees)$/,
  /^reconciliation\.csv\.(number|supplier|outcome|theirs|ours|difference|references|fileLines)$/,
  // The home pages: what a session asks, how a place or a session stands, a figure's name.
  /^home\.task\.[a-z]+\.(figure|title|badge)$/,
  /^home\.(place|session)\.(open|requested|offered|confirmed|waitlisted)$/,
  /^home\.trainer\.(today|coming|over)(EmptyTitle|Empty)?$/,
  /^home\.administrator\.(jobsDue|jobsFailed|facts|mailQueued|mailFailed|accounts)$/,
  /^home\.(privacy|accessibility)\.title$/,
  // The administrator's pages: a language, how a key or a job stands.
  /^administration\.accounts\.locale\.(nl|en)$/,
  /^administration\.(keys|jobs)\.status\.[a-z]+$/,
  // The audit trail and the jobs: what people call a code.
  /^deed\.(action|subject|field)\.[A-Za-z-]+$/,
  /^job\.[a-z.-]+$/,
  // The page of reminder rules: which days count, and a rule in words.
  /^reminders\.(dayKind|rule)\.(calendar|working)(_one|_other)?$/,
  // Notices: what each kind says, to whom and when it goes, and how it comes.
  /^notices\.[a-z]+[A-Z][A-Za-z]+\.[A-Za-z]+$/,
  /^notices\.(to|when|delivery)\.[a-z-]+$/,
  // The local mailbox: the status of a mail.
  /^local\.mailbox\.status\.[a-z]+$/,
  // The problem filter: the code of a refusal.
  /^problem\.[a-z-]+\.(title|advice)$/,
  // The navigation: the role of whoever is signed in.
  /^access\.role\.[a-z]+$/,
  // A group: what becomes of everyone in it, and why.
  /^group\.(outcome|done|count|why|why\.held|why\.expected)\.[a-z-]+$/,
  // Grants: VAT treatments, kinds of booking, why an invoice is credited, and why a session cannot be confirmed.
  /^grants\.(vat|kind|extra\.kind|credit\.reason|confirmation\.not)\.[a-z0-9-]+$/,
  /^grants\.decision\.(kind|title)\.(award|amendment|shift)$/,
  /^applications\.(status|paidBy)\.(draft|submitted|awarded|refused|grant|own)$/,
  /^applications\.line\.(trainings|amounts)$/,
  /^grants\.(allotments|budget)\.(emptyTitle|emptyText|emptyTextAsk)$/,
  // By what a cost is shared, what that means and what was counted.
  /^grants\.sharing\.((help|count)\.)?(payer|reserved|enrolled|attended|fixed)$/,
  // Accountability: a figure, what the annex says of the scheme and of an indicator, and why a year is opened again.
  /^grants\.figure\.[A-Za-z]+$/,
  /^accountability\.(annex|indicator|settings\.figure|reopening\.reason)\.[A-Za-z-]+$/,
  // The evidence file: how much there is of everything, what is missing, and what pays a line.
  /^evidence\.(count|gap|paidBy)\.[A-Za-z-]+$/,
  // Sessions: what keeps someone from enrolling. Enrolments: who decides about a request.
  /^sessions\.hindrance\.[a-z-]+(Text)?$/,
  /^enrolment\.requested\.by\.(municipality|organisation)$/,
  // The wall: why a code does not check someone in.
  /^check-in\.wall\.refused\.[a-z-]+$/,
  // Attendance: a mark. Certificates: how one stands, also on the public page, and why one was revoked.
  /^attendance\.(mark|correction\.reason)\.[a-z-]+$/,
  /^certificates\.(status|reason|check|keys\.status|revoked\.reason)\.[A-Za-z-]+$/,
  // Courses: their level, who may take part, and which field is wrong or differs.
  /^courses\.(level|audience|approval|form)\.[A-Za-z-]+$/,
  // Enrolments: how they stand, also on the roster.
  /^enrolment\.(status|roster(\.empty)?)\.(requested|waitlisted|offered|confirmed|cancelled|noSeat|nobodyEnrolled)$/,
  /^enrolment\.seats\.mode\./,
  /^enrolment\.ended\./,
  /^enrolment\.(moved|changed)\.text$/,
  /^enrolment\.contact\.(moved|calledOff)$/,
  /^enrolment\.(roster\.(endReason|answer)|exception\.way)\.[a-z-]+$/,
  // Trainers: what a letter tells them.
  /^trainers\.hours\.(startTime|endTime)$/,
  /^trainers\.letter\.(planned|changed|left|calledOff)\.(subject|text)$/,
  // Coverage: how people stand, by what it is counted, and why someone is not invited.
  /^coverage\.(state|group|invite\.not)\.[a-z-]+(_one|_other)?$/,
  // Demand: its orders.
  /^demand\.order\.-?[a-z]+$/,
  /^demand\.poll\.(answered|fault)\.[A-Za-z]+$/,
  /^demand\.poll\.answer\.(intro|until|before|send)\.(organisation|coordinator)$/,
  // Follow-up campaigns: fields and faults of the form, how an invitation stands, who is left out and what was answered.
  /^follow-up\.(form|fault|state|people)\.[A-Za-z]+$/,
  /^follow-up\.(leftOut|handOver\.done|answer|answer\.stands)\.[a-z-]+$/,
  // Council reports: chapters, what is counted in them, tables, what their lines and columns are, and what one can say.
  /^council-report\.(chapter|definition|table|line|column|verdict)\.[A-Za-z-]+$/,
  // Evaluations: their moments, kinds of question, groups, what one can say of a difference, and columns.
  /^evaluation\.(moment|about|kind|when|per|verdict|column|fault|removal)\.[a-z-]+(_one|_other)?$/,
  /^evaluation\.(form\.(title|intro)|answer\.(title|intro)|results\.introOwn)\.[a-z]+$/,
  /^evaluation\.(before|after|later|reminder)\.(subject|text)$/,
  // Imports: what became of a row, the kind of a file, and what a row refers to that is not there.
  /^imports\.(outcome|kind|fault\.unknown)\.[a-z-]+$/,
  // Series: holidays, parts of the country, and why one cannot be. The calendar: its views and its days.
  /^series\.(holiday|area|fault)\.[A-Za-z]+$/,
  /^calendar\.(view|earlier|later|filter)\.[a-z]+$/,
  // Sessions: their status, level and facts, what one can do with them, and what is wrong with a plan.
  /^sessions\.(status|level|fact|fault|step|own)\.[A-Za-z-]+$/,
  /^sessions\.list\.(empty|none)(Coordinator|Others)$/,
  // Mail: its status, why it was written, what came back and why it was withdrawn.
  /^mail-log\.(status|returned|withdrawn|locale)\.[a-z-]+$/,
  /^mail-log\.(reason|session|professional|sentAt|attempts|nextAttempt|answer|locale|wording)$/,
  /^mail\.reason\.[A-Za-z.-]+$/,
  // The texts of mail: its kinds, languages, blocks and values, and who wrote them.
  /^mail-texts\.(kind|in|block|about|value|status|otherwise|told)\.[A-Za-z-]+$/,
];

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages.nl).sort());
  });

  it('have the same placeholders in both languages', () => {
    const unequal = keys.filter(
      (key) => placeholders(messages.nl[key]).join() !== placeholders(messages.en[key]).join(),
    );
    expect(unequal).toEqual([]);
  });

  it('are never empty', () => {
    expect(keys.filter((key) => messages.nl[key].trim() === '' || messages.en[key].trim() === '')).toEqual(
      [],
    );
  });

  it('come in both plural forms or none', () => {
    const plural = keys.filter((key) => /_(one|other)$/.test(key));
    const lonely = plural.filter(
      (key) => ![`${stem(key)}_one`, `${stem(key)}_other`].every((form) => form in messages.nl),
    );
    expect(lonely).toEqual([]);
  });

  it('exist for every key that a view asks for', () => {
    const asked = viewTexts.flatMap((view) =>
      [...view.matchAll(/[{(]t '([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    const known = new Set(keys.map(stem));
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  it('are all used in the code or in a view', () => {
    const code = filesIn(join(viewsFolder, '../src'), ['.ts']).filter(
      (text) => !text.includes('defineMessages({'),
    );
    const used = [...code, ...viewTexts].join('\n');
    const dead = keys
      .map(stem)
      .filter((key) => !used.includes(`'${key}'`) && !builtKeys.some((pattern) => pattern.test(key)));
    expect([...new Set(dead)]).toEqual([]);
  });
});

describe('putting texts together', () => {
  it('refuses a key that two features define', () => {
    const one = defineMessages({ nl: { 'a.b': 'x' }, en: { 'a.b': 'x' } });
    expect(() => compose(one, one)).toThrow("'a.b' is defined twice");
  });
});

describe('the translator', () => {
  const t = createTranslator(messages)('nl');

  it('fills placeholders in without escaping, which is for the view to do', () => {
    expect(t('web.form.issue', { label: '<A>', message: 'B & C' })).toBe('<A>: B & C');
  });

  it('does not read placeholders in what people typed', () => {
    expect(t('web.form.issue', { label: '{{message}} $t(web.shell.skip)', message: 'x' })).toBe(
      '{{message}} $t(web.shell.skip): x',
    );
  });

  it.each([
    [1, 'Er is 1 ding dat nog niet klopt'],
    [2, 'Er zijn 2 dingen die nog niet kloppen'],
  ])('chooses the plural form for %i', (count, text) => {
    expect(t('web.form.issues', { count })).toBe(text);
  });

  it('chooses the plural by the count, whatever else is filled in', () => {
    const text = t('attendance.saved', { count: 1, ordinal: 1 });
    expect(text).toBe('Opgeslagen: bij 1 deelnemer is dagdeel 1 ingevuld of veranderd.');
  });

  it('refuses a key without a text', () => {
    expect(() => t('no.such.key' as MessageKey)).toThrow("There is no text for 'no.such.key'");
  });

  it('refuses to leave a placeholder open', () => {
    expect(() => t('web.form.issue', { label: 'Naam' })).toThrow('No value for {{message}}');
  });
});

describe("the reader's language", () => {
  it.each([
    [undefined, undefined, 'nl'],
    ['en-GB,en;q=0.9', undefined, 'en'],
    ['fr,en;q=0.5,nl;q=0.8', undefined, 'nl'],
    ['en;q=0,nl', undefined, 'nl'],
    ['de', undefined, 'nl'],
    ['en', 'nl', 'nl'],
    ['nl', 'klingon', 'nl'],
    [';;q=,,q=x', undefined, 'nl'],
  ])('for Accept-Language %s and cookie %s is %s', (header, cookie, locale) => {
    expect(localeFrom(header, cookie)).toBe(locale);
  });
});

describe('dates and times', () => {
  it.each([
    ['long', 'nl', '14 januari 2027'],
    ['short', 'nl', '14-01-2027'],
    ['weekday', 'nl', 'donderdag 14 januari 2027'],
    ['long', 'en', '14 January 2027'],
    ['short', 'en', '14/01/2027'],
    ['weekday', 'en', 'Thursday, 14 January 2027'],
  ] as const)('a %s date in %s is %s', (style, locale, text) => {
    expect(formatDate('2027-01-14', locale, style)).toBe(text);
  });

  it.each([
    ['2026-10-24T22:30:00Z', '25 oktober 2026 om 00:30'],
    ['2026-10-25T12:00:00Z', '25 oktober 2026 om 13:00'],
  ])('the instant %s is %s in Amsterdam', (instant, text) => {
    expect(formatInstant(new Date(instant), 'nl')).toBe(text);
  });

  it('a stretch of time leaves the seconds off', () => {
    expect(formatTimeRange('09:00:00', '17:30')).toBe('09:00–17:30');
  });

  it.each([
    [[], 'nl', ''],
    [['2027-01-14'], 'nl', '14 januari 2027'],
    [['2027-01-15', '2027-01-14', '2027-01-14'], 'nl', '14 en 15 januari 2027'],
    [['2027-01-30', '2027-02-02'], 'nl', '30 januari en 2 februari 2027'],
    [['2026-12-30', '2027-01-02'], 'nl', '30 december 2026 en 2 januari 2027'],
    [['2027-01-14', '2027-01-15', '2027-04-15'], 'nl', '14 en 15 januari en 15 april 2027'],
    [['2027-01-14', '2027-01-15'], 'en', '14 and 15 January 2027'],
  ] as const)('%j in %s is %s', (dates, locale, text) => {
    expect(formatDateRange(dates, locale)).toBe(text);
  });
});

describe('amounts', () => {
  it.each([
    [123450n, 'nl', '€\u00a01.234,50'],
    [123450, 'en', '€1,234.50'],
    [5, 'nl', '€\u00a00,05'],
    [-500n, 'nl', '€\u00a0-5,00'],
    [900719925474099312n, 'nl', '€\u00a09.007.199.254.740.993,12'],
  ] as const)('%s cents in %s is %s', (cents, locale, text) => {
    expect(formatCents(cents, locale)).toBe(text);
  });

  it('show every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (cents) => {
        expect(BigInt(formatCents(cents, 'nl').replaceAll(/\D/g, ''))).toBe(cents);
      }),
    );
  });
});
