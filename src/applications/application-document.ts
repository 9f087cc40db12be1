import { z } from 'zod';
import { isoDate, requiredText } from '../platform/web/fields.js';
import type { FoundApplication } from './application.queries.js';
import { askedOf, statusOf } from './application.rules.js';
import type { LineInput } from './application.service.js';

export const id = z.uuid();
/** Twelve digits, as much as a form takes. */
const cents = z.int().min(0).max(999_999_999_999);
const year = z.int().min(2000).max(2100);
const payer = z.enum(['grant', 'own']).describe('De subsidie, of de gemeenten zelf (eigen bijdrage).');
const exampleId = (last: number) => `0192f3a0-0000-7000-8000-0000000000${last}`;

const facts = {
  reference: requiredText(100).describe('Kenmerk van de aanvraag.'),
  title: requiredText(200),
  leadMunicipalityId: id,
  firstYear: year,
  lastYear: year.describe('Gelijk aan het eerste jaar bij een aanvraag voor één jaar.'),
};
export const factsInput = z
  .object(facts)
  .refine(({ firstYear, lastYear }) => firstYear <= lastYear, {
    path: ['lastYear'],
    params: { key: 'applications.form.yearsReversed' },
  })
  .meta({
    example: {
      ...{ reference: '2027-001', title: 'Versterkingsgelden lokale aanpak radicalisering' },
      ...{ leadMunicipalityId: exampleId(11), firstYear: 2027, lastYear: 2027 },
    },
  });
export const lineInput = z
  .object({
    year,
    title: requiredText(200).nullable().default(null).describe('Waarvoor de post is; leeg bij trainingen.'),
    course: z
      .object({ id, priceCents: cents.min(1).describe('Prijs van één training, in hele eurocenten.') })
      .nullable()
      .default(null),
    paidBy: payer.default('grant'),
    shares: z
      .array(z.object({ municipalityId: id, asked: cents }))
      .min(1)
      .max(50)
      .describe('Per gemeente het aantal trainingen, of het bedrag in hele eurocenten.'),
  })
  .refine(({ title, course }) => (title === null) === (course !== null), {
    path: ['title'],
    params: { key: 'applications.line.oneOfTwo' },
  })
  .refine(({ course, paidBy }) => course === null || paidBy === 'grant', {
    path: ['paidBy'],
    params: { key: 'imports.fault.ownTrainings' },
  })
  .refine(({ course, shares }) => course === null || shares.every(({ asked }) => asked <= 1000), {
    path: ['shares'],
    params: { key: 'web.validation.wholeNumber' },
  })
  .refine(
    ({ shares }) => new Set(shares.map(({ municipalityId }) => municipalityId)).size === shares.length,
    {
      path: ['shares'],
      params: { key: 'applications.line.municipalityTwice' },
    },
  )
  .meta({
    example: {
      ...{ year: 2027, title: null, course: { id: exampleId(20), priceCents: 275_000 }, paidBy: 'grant' },
      shares: [{ municipalityId: exampleId(11), asked: 6 }],
    },
  });
export const submissionInput = z
  .object({ submittedOn: isoDate })
  .meta({ example: { submittedOn: '2027-01-28' } });
export const refusalInput = z.object({ refusedOn: isoDate }).meta({ example: { refusedOn: '2027-03-01' } });
export const awardInput = z
  .object({
    decisionNumber: requiredText(60),
    decidedOn: isoDate,
    amountCents: cents.min(1).describe('Het toegekende bedrag, in hele eurocenten.'),
    granted: z
      .array(z.object({ lineId: id, municipalityId: id, granted: cents }))
      .max(2500)
      .describe(
        'Wat per regel en gemeente is toegekend: trainingen of eurocenten. Wat er niet bij staat, is niet toegekend.',
      ),
  })
  .meta({
    example: {
      ...{ decisionNumber: 'VG-2027', decidedOn: '2027-03-01', amountCents: 1_650_000 },
      granted: [{ lineId: exampleId(30), municipalityId: exampleId(11), granted: 6 }],
    },
  });
export const application = z.object({
  id,
  ...facts,
  status: z.enum(['draft', 'submitted', 'awarded', 'refused']),
  version: z.int(),
  submittedOn: z.iso.date().nullable(),
  refusedOn: z.iso.date().nullable(),
  grantId: id.nullable(),
  askedCents: z.int().describe('Gevraagd van het Rijk, in hele eurocenten.'),
  ownCents: z.int().describe('Eigen bijdrage van de gemeenten, in hele eurocenten.'),
  lines: z.array(
    z.object({
      id,
      year,
      title: z.string(),
      course: z.object({ id, priceCents: z.int(), isDemo: z.boolean() }).nullable(),
      paidBy: payer,
      shares: z.array(
        z.object({
          municipalityId: id,
          trainings: z.int().nullable(),
          amountCents: z.int(),
          isDemo: z.boolean(),
        }),
      ),
    }),
  ),
});
export const created = z.object({ id });

/** A line as another system sends it. */
export function lineOf({ course, shares, ...line }: z.output<typeof lineInput>): LineInput {
  return {
    ...line,
    course: course && { id: course.id, priceCents: BigInt(course.priceCents) },
    shares: shares.map(({ municipalityId, asked }) => ({ municipalityId, asked: BigInt(asked) })),
  };
}

/** An application as other systems see it. */
export function itemOf({ application: row, lines }: FoundApplication) {
  const { leadMunicipality: _name, decisionNumber: _number, awardedCents: _awarded, ...shown } = row;
  const asked = askedOf(lines);
  return {
    ...{ ...shown, status: statusOf(row) },
    ...{ askedCents: Number(asked.grantCents), ownCents: Number(asked.ownCents) },
    lines: lines.map(({ id: lineId, year: of, title, paidBy, course, shares }) => ({
      ...{ id: lineId, year: of, title, paidBy },
      course: course && {
        ...{ id: course.id, priceCents: Number(course.priceCents), isDemo: course.priceIsDemo },
      },
      shares: shares.map((share) => ({ ...share, amountCents: Number(share.amountCents) })),
    })),
  };
}
