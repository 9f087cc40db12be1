import { z } from 'zod';
import { httpsLink, inOrder, optionalText, requiredText } from '../platform/web/fields.js';
import { approvals, audiences } from './course-access.rules.js';
import { refuseFaulty } from './course-form.pages.js';
import { courseLevels, entryLevels } from './course-level.rules.js';
import { DECIDE_DAYS } from './course.rules.js';
import type { CourseRow } from './course.queries.js';
import { vatTreatmentOf, vatTreatments } from './vat.rules.js';

export const courseLevel = z
  .enum(courseLevels)
  .describe('Van voorlichting op tot specialistisch; terugkomdag; werkbijeenkomst.');
const audience = z.enum(audiences).describe('Openbaar, op uitnodiging of voor één organisatie (in-company).');
const entryLevel = z
  .enum(entryLevels)
  .nullable()
  .describe(
    'Wie zich inschrijft, heeft een geldig certificaat van dit niveau of hoger nodig; null is niets.',
  );
const approval = z
  .enum(approvals)
  .describe(
    'Wie elke aanvraag eerst goedkeurt: de gemeentelijk contactpersoon (contact), de contactpersoon van de eigen organisatie (organisation) of niemand (none).',
  );
const functionIds = z.array(z.uuid()).max(100).describe('Voor wie de training is; leeg is voor iedereen.');
const dayParts = z.int().min(1).max(20).describe('Lengte in dagdelen; een hele dag is twee.');
const people = z.int().min(1).max(1000);
const validityMonths = z
  .int()
  .min(1)
  .max(600)
  .nullable()
  .describe('Hoe lang een certificaat geldt; null is altijd.');
const share = z
  .int()
  .min(1)
  .max(100)
  .describe('Het deel van de dagdelen, in procenten, dat nodig is voor een certificaat.');
const mandatoryParts = z
  .array(z.int().min(1).max(20))
  .max(20)
  .describe(
    'De nummers van de dagdelen die iemand hoe dan ook volgt voor een certificaat; het eerste is 1. Leeg is geen.',
  );
const requiresFollowUp = z
  .boolean()
  .describe('Of het certificaat pas volgt na een terugkomdag. Geldt voor wat daarna wordt afgesloten.');
const decideDays = z
  .int()
  .min(0)
  .max(365)
  .describe('Hoeveel dagen voor de eerste dag het besluit valt of een uitvoering doorgaat.');
const once = z.boolean().describe('Of iemand in één uitvoering tegelijk een plaats kan hebben.');

const EVALUATION =
  'Het evaluatieformulier van de regio, waarop deelnemers na afloop zeggen wat ze van de training vonden; null is geen.';

const EXAMPLE = {
  ...{ code: 'basis-1d', title: 'Eendaagse basistraining', level: 'basic', dayParts: 2, functionIds: [] },
  ...{
    restrictedAudience: null,
    audience: 'public',
    entryLevel: null,
    approval: 'none',
    oncePerCourse: true,
  },
  ...{
    minParticipants: 8,
    maxParticipants: 16,
    decideDays: 14,
    validityMonths: 24,
    requiredAttendancePercentage: 100,
    mandatoryParts: [1],
    requiresFollowUp: false,
    evaluationUrl: 'https://enquete.example.nl/basis',
  },
  providerId: '0192f3a0-0000-7000-8000-000000000001',
  ...{ isDemo: true, source: 'Aanvraag versterkingsgelden' },
};

/** A course as another system sends it. */
export const courseInput = z
  .object({
    code: requiredText(60).describe('Uniek in de regio.'),
    title: requiredText(200),
    level: courseLevel,
    dayParts,
    functionIds,
    restrictedAudience: optionalText(300).describe(
      'Voor wie de training alleen is, in woorden. Niets over personen om wie het gaat bij signalen of casussen.',
    ),
    audience,
    entryLevel: entryLevel.default(null),
    approval,
    oncePerCourse: once,
    minParticipants: people,
    maxParticipants: people,
    decideDays: decideDays.default(DECIDE_DAYS),
    validityMonths: validityMonths.default(null),
    requiredAttendancePercentage: share,
    mandatoryParts: mandatoryParts.default([]),
    requiresFollowUp: requiresFollowUp.default(false),
    evaluationUrl: httpsLink.nullable().default(null).describe(`${EVALUATION} Begint met https.`),
    providerId: z.uuid(),
    isDemo: z.boolean().describe('Of lengte, aantallen en geldigheid een voorbeeld zijn.'),
    source: requiredText(300).describe('Waar staat dat deze training er is.'),
  })
  .meta({ example: EXAMPLE })
  .superRefine(refuseFaulty)
  .transform(({ functionIds: ids, mandatoryParts: parts, ...told }) => ({
    ...{ ...told, functionIds: [...new Set(ids)], mandatoryParts: inOrder(parts) },
  }));

export const courseAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  level: courseLevel,
  isActive: z.boolean().describe('Of er nieuwe uitvoeringen gepland kunnen worden.'),
  dayParts,
  functionIds,
  restrictedAudience: z.string().nullable().describe('Voor wie de training alleen is, in woorden.'),
  audience,
  entryLevel,
  approval,
  oncePerCourse: once,
  minParticipants: people,
  maxParticipants: people,
  decideDays,
  validityMonths,
  requiredAttendancePercentage: share,
  mandatoryParts,
  requiresFollowUp,
  evaluationUrl: z.string().nullable().describe(EVALUATION),
  providerId: z.uuid(),
  provider: z.string(),
  vatTreatment: z.enum(vatTreatments).describe('Volgt uit het CRKBO-register.'),
  priceCents: z
    .int()
    .nullable()
    .describe('De prijs die vandaag geldt. Alleen voor coördinator en financiën; anders null.'),
  priceIsDemo: z.boolean().nullable().describe('Of de prijs een voorbeeldbedrag is.'),
  priceSource: z.string().nullable().describe('Wie de prijs noemt.'),
  isDemo: z.boolean().describe('Of lengte, aantallen en geldigheid een voorbeeld zijn.'),
  source: z.string(),
});

export function courseOf(row: CourseRow): z.output<typeof courseAnswer> {
  return {
    ...{ id: row.id, code: row.code, title: row.title, level: row.level, isActive: row.is_active },
    ...{
      dayParts: row.day_parts,
      functionIds: row.function_ids,
      restrictedAudience: row.restricted_audience,
    },
    ...{ audience: row.audience, entryLevel: row.entry_level, approval: row.approval },
    ...{ oncePerCourse: row.once_per_course, minParticipants: row.min_participants },
    ...{ maxParticipants: row.max_participants, validityMonths: row.validity_months },
    decideDays: row.decide_days,
    requiredAttendancePercentage: row.required_attendance_percentage,
    ...{ mandatoryParts: row.mandatory_parts, requiresFollowUp: row.requires_follow_up },
    evaluationUrl: row.evaluation_url,
    ...{ providerId: row.provider_id, provider: row.provider, vatTreatment: vatTreatmentOf(row) },
    priceCents: row.price_cents === null ? null : Number(row.price_cents),
    ...{
      priceIsDemo: row.price_is_demo,
      priceSource: row.price_source,
      isDemo: row.is_demo,
      source: row.source,
    },
  };
}
