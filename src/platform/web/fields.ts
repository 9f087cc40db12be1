import { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import { cleanText } from '../../shared/text.js';

const issue = (key: MessageKey) => ({ code: 'custom', params: { key } }) as const;

const text = (lines: 'one' | 'many') =>
  z.string().transform((raw, context) => {
    const clean = cleanText(raw, lines);
    if (clean !== null) return clean;
    context.addIssue(issue('web.validation.characters'));
    return z.NEVER;
  });

const filled = text('one').pipe(z.string().min(1));

/** One line of text of 1 to `max` characters. */
export const requiredText = (max: number) => text('one').pipe(z.string().min(1).max(max));

/** One line of text of at most `max` characters; null when left empty. */
export const optionalText = (max: number) => blankAsNull(requiredText(max));

/** Text that may hold several lines, of at most `max` characters; null when left empty. */
export const optionalLines = (max: number) => blankAsNull(text('many').pipe(z.string().min(1).max(max)));

/** Makes a field optional: null when it is absent or holds only spaces. */
export const blankAsNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (raw) => (raw === undefined || (typeof raw === 'string' && raw.trim() === '') ? null : raw),
    schema.nullable(),
  );

/** The id of one of the options of a list. */
export const chosen = z
  .string()
  .refine((value) => z.uuid().safeParse(value).success, issue('web.validation.choose'));

/** A date of the calendar as systems write it, `YYYY-MM-DD`, between 1900 and 2199. */
export const isoDate = filled
  .pipe(z.iso.date())
  .pipe(
    z.string().refine((date) => date >= '1900-01-01' && date < '2200-01-01', issue('web.validation.isoDate')),
  )
  // For the OpenAPI document, which sees only the text that comes in.
  .meta({ format: 'date' });

/** A date of the calendar as people write it: `22-11-2026`, `22/11/2026` or `2026-11-22`; gives `YYYY-MM-DD`. */
export const localDate = filled.transform((written, context) => {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(written) ?? [];
  const date = isoDate.safeParse(
    day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written,
  );
  if (date.success) return date.data;
  context.addIssue(issue('web.validation.date'));
  return z.NEVER;
});

/** A time of the day as `HH:MM`. */
export const localTime = filled.pipe(
  z.string().refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), issue('web.validation.time')),
);

/** A whole number from `min` to `max`, both included and not negative. */
export const wholeNumber = (min: number, max: number) =>
  filled
    .pipe(z.string().refine((digits) => /^\d{1,9}$/.test(digits), issue('web.validation.wholeNumber')))
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** Whole numbers, each once and the lowest first. */
export const inOrder = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((one, other) => one - other);

/**
 * Whole numbers from 1 to `max` with commas or spaces between, in order; none when left empty, or for the word that
 * stands for none.
 */
export const numberList = (max: number, none = '') =>
  optionalText(200).transform((written, context) => {
    if (written?.toLowerCase() === none) return [];
    const numbers = (written ?? '').split(/[,;\s]+/).filter((word) => word !== '');
    if (numbers.every((word) => /^\d{1,4}$/.test(word) && Number(word) >= 1 && Number(word) <= max))
      return inOrder(numbers.map(Number));
    context.addIssue({ code: 'custom', params: { key: 'web.validation.numberList', max } });
    return z.NEVER;
  });

const centsFrom = (least: bigint, tooLittle: MessageKey) =>
  filled.transform((written, context) => {
    const cents = parseCents(written);
    if (cents !== null && cents >= least) return cents;
    context.addIssue(issue(cents === null ? 'web.validation.money' : tooLittle));
    return z.NEVER;
  });

/** An amount in euros of 0 or more, written the Dutch way ('1.234,50') or with a decimal point; gives cents. */
export const centsFromDutch = centsFrom(0n, 'web.validation.negativeMoney');

/** The same of more than 0. */
export const positiveCents = centsFrom(1n, 'web.validation.positiveMoney');

/** A checkbox: browsers send 'on' for a ticked box and nothing for an empty one. */
export const checkbox = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

/** What is ticked in a group of checkboxes, each once: browsers send nothing, one text or several. */
export const ticked = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : [...new Set<unknown>([sent].flat())]),
    z.array(schema).max(100),
  );

/** An e-mail address in lower case, of at most 254 characters (RFC 5321). */
export const emailAddress = filled
  .pipe(z.string().max(254))
  .transform((address) => address.toLowerCase())
  .pipe(z.email());

/** Cents as one types them: '2500,00'. */
export function dutchFromCents(cents: string): string {
  const digits = cents.padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/**
 * Reads euros into cents: '1.234,50', '1234,5', '1234.50', '€ 1.234', '-5,00'. A point before exactly three
 * digits separates thousands, as Dutch writers mean it. Null for anything else, and beyond twelve digits.
 */
export function parseCents(written: string): bigint | null {
  const amount = /^(-?)(?:€\s*)?(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(written.trim());
  const plain = /^(-?)(?:€\s*)?(-?)(\d+)\.(\d{1,2})$/.exec(written.trim());
  const [, sign = '', innerSign = '', whole = '', decimals = ''] = amount ?? plain ?? [];
  const digits = whole.replaceAll('.', '') + decimals.padEnd(2, '0');
  if (whole === '' || digits.length > 12 || (sign !== '' && innerSign !== '')) return null;
  return sign === '' && innerSign === '' ? BigInt(digits) : -BigInt(digits);
}

const LONGEST_LINK = 500;

/** The address of a page elsewhere, as browsers write it; only https. */
export const httpsLink = requiredText(LONGEST_LINK)
  .transform((written, context) => {
    const url = URL.canParse(written) ? new URL(written) : null;
    if (url?.protocol === 'https:' && url.username === '') return url.href;
    context.addIssue({ code: 'custom', params: { key: 'web.validation.https' } });
    return z.NEVER;
  })
  .pipe(z.string().max(LONGEST_LINK));
