import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  centsFromDutch,
  dutchFromCents,
  localDate,
  positiveCents,
  requiredText,
  wholeNumber,
} from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { ApplicationLineRow, FoundApplication, Named } from './application.queries.js';
import { type AskedLine, askedOf } from './application.rules.js';

const MOST_TRAININGS = 1000;

export const refusalForm = z.object({ refusedOn: localDate });

/** What the state decided, with what of each line was granted: a number of trainings or an amount. */
export const awardForm = (lines: readonly ApplicationLineRow[]) => {
  const numbers = blankAsNull(wholeNumber(0, MOST_TRAININGS));
  const amounts = blankAsNull(centsFromDutch);
  const grantedOf = ({ course, shares }: ApplicationLineRow) =>
    z.object(keyed('m', shares, (): typeof numbers | typeof amounts => (course ? numbers : amounts)));
  return z
    .object({
      decisionNumber: requiredText(60),
      decidedOn: localDate,
      amountCents: positiveCents,
      granted: z.object(keyed('l', lines, grantedOf)),
    })
    .transform(({ granted, ...decided }) => ({
      ...decided,
      granted: lines.flatMap(({ id: lineId, shares }, line) =>
        shares.map(({ municipalityId }, place) => ({
          ...{ lineId, municipalityId },
          granted: BigInt(granted[`l${line}`]![`m${place}`] ?? 0),
        })),
      ),
    }));
};

/** What is made of each, by names that a form can send: a letter with the place in the row. */
const keyed = <Row, Made>(
  letter: string,
  rows: readonly Row[],
  make: (row: Row) => Made,
): Record<string, Made> => Object.fromEntries(rows.map((row, place) => [`${letter}${place}`, make(row)]));

/** The model of `applications/decision`: what was asked, to be changed into what was granted. */
export function decisionPage(
  { application, lines }: FoundApplication,
  municipalities: readonly Named[],
  { award, refusal }: { readonly award: SentForm; readonly refusal: SentForm },
  t: Translate,
) {
  const names = new Map(municipalities.map((one) => [one.id, one.name]));
  const specs: readonly FieldSpec[] = [
    {
      ...{ name: 'decisionNumber', kind: 'text', label: 'applications.award.number', required: true },
      description: 'applications.award.numberHint',
    },
    { name: 'decidedOn', kind: 'date', label: 'applications.award.decidedOn', required: true },
    {
      ...{ name: 'amountCents', kind: 'money', label: 'applications.award.amount', required: true },
      description: 'applications.award.amountHint',
    },
  ];
  const granted = lines.flatMap((line, place): FieldSpec[] =>
    line.shares.map((share, index) => ({
      ...{ name: `granted.l${place}.m${index}`, kind: line.course ? 'integer' : 'money' },
      label: 'applications.award.granted',
      labelParams: {
        ...{ line: line.title, year: line.year },
        municipality: names.get(share.municipalityId) ?? '',
      },
    })),
  );
  return {
    asked: askedOf(lines),
    action: `/grant-applications/${application.id}/award`,
    form: buildForm([...specs, ...granted], award.values, award.issues, t),
    refusalAction: `/grant-applications/${application.id}/refusal`,
    refusalForm: buildForm(
      [{ name: 'refusedOn', kind: 'date', label: 'applications.refusal.on', required: true }],
      ...([refusal.values, refusal.issues] as const),
      t,
    ),
    backHref: `/grant-applications/${application.id}`,
  };
}

/** What the form of a decision holds when it is opened: all that was asked. */
export function askedValues(lines: readonly AskedLine[]): Record<string, unknown> {
  return {
    amountCents: dutchFromCents(String(askedOf(lines).grantCents)),
    granted: keyed('l', lines, ({ shares }) =>
      keyed('m', shares, ({ trainings, amountCents }) =>
        trainings === null ? dutchFromCents(String(amountCents)) : String(trainings),
      ),
    ),
  };
}
