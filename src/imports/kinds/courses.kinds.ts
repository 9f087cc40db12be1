import { z } from 'zod';
import type { CourseLevel } from '../../courses/course-level.rules.js';
import type { CourseEntry, CourseService } from '../../courses/course.service.js';
import type { VatTreatment } from '../../courses/vat.rules.js';
import type { MessageKey } from '../../messages.js';
import {
  blankAsNull,
  centsFromDutch,
  emailAddress,
  requiredText,
  wholeNumber,
} from '../../platform/web/fields.js';
import type { TrainerService } from '../../sessions/trainer.service.js';
import type { VenueService } from '../../sessions/venue.service.js';
import { choice, wordList, yesNo } from '../columns.js';
import { importKind, type ImportKind } from '../import-kind.js';

/** The levels by the words of DOMAIN's glossary. */
export const levels: Readonly<Record<string, CourseLevel>> = {
  voorlichting: 'awareness',
  basis: 'basic',
  verdieping: 'advanced',
  specialistisch: 'specialist',
  terugkomdag: 'follow-up',
  werkbijeenkomst: 'meeting',
};

const vatTreatments = { vrijgesteld: 'exempt', '21%': 'standard-21' } as const satisfies Record<
  string,
  VatTreatment
>;

export function courseKinds(
  courses: CourseService,
  trainers: TrainerService,
  venues: VenueService,
): ImportKind[] {
  return [courseKind(courses), trainerKind(trainers), venueKind(venues)];
}

const courseSchema = z
  .object({
    trainingscode: requiredText(60),
    titel: requiredText(200),
    niveau: choice(levels),
    dagdelen: wholeNumber(1, 20),
    minimum: wholeNumber(1, 1000),
    maximum: wholeNumber(1, 1000),
    geldig_maanden: blankAsNull(wholeNumber(1, 600)),
    aanbieder: requiredText(200),
    btw: choice<VatTreatment>(vatTreatments),
    aanwezigheid_percentage: blankAsNull(wholeNumber(1, 100)),
    doelgroepen: wordList,
    voorbeeld: yesNo,
    bron: requiredText(300),
    prijs: blankAsNull(centsFromDutch),
    prijs_voorbeeld: blankAsNull(yesNo),
    prijs_bron: blankAsNull(requiredText(300)),
  })
  .superRefine((row, context) => {
    const faulty = (path: string, key: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], params: { key } });
    if (row.maximum < row.minimum) faulty('maximum', 'imports.fault.maximumBelowMinimum');
    if (row.prijs === null) return;
    if (row.prijs_voorbeeld === null) faulty('prijs_voorbeeld', 'web.validation.required');
    if (row.prijs_bron === null) faulty('prijs_bron', 'web.validation.required');
  });

const courseKind = (service: CourseService) =>
  importKind({
    name: 'courses',
    schema: courseSchema,
    optional: [
      'geldig_maanden',
      'aanwezigheid_percentage',
      'doelgroepen',
      'prijs',
      'prijs_voorbeeld',
      'prijs_bron',
    ],
    references: ['function'],
    resolve: (row, look): CourseEntry => ({
      course: {
        code: row.trainingscode,
        title: row.titel,
        level: row.niveau,
        dayParts: row.dagdelen,
        minParticipants: row.minimum,
        maxParticipants: row.maximum,
        validityMonths: row.geldig_maanden,
        provider: row.aanbieder,
        vatTreatment: row.btw,
        requiredAttendancePercentage: row.aanwezigheid_percentage ?? 100,
        isDemo: row.voorbeeld,
        source: row.bron,
      },
      functionIds: row.doelgroepen.map((written) => look('function', 'doelgroepen', written)),
      price: priceOf(row),
    }),
    keys: ({ course }) => [course.code],
    register: async (tx, actor, rows) => ({ outcomes: await service.registerCourses(tx, actor, rows) }),
  });

function priceOf(row: z.output<typeof courseSchema>): CourseEntry['price'] {
  if (row.prijs === null || row.prijs_voorbeeld === null || row.prijs_bron === null) return null;
  return { priceCents: String(row.prijs), isDemo: row.prijs_voorbeeld, source: row.prijs_bron };
}

const trainerKind = (service: TrainerService) =>
  importKind({
    name: 'trainers',
    schema: z.object({ trainer: requiredText(200), email: emailAddress, aanbieder: requiredText(200) }),
    references: [],
    resolve: (row) => ({ name: row.trainer, email: row.email, provider: row.aanbieder }),
    keys: (row) => [row.email],
    register: async (tx, actor, rows) => ({ outcomes: await service.registerTrainers(tx, actor, rows) }),
  });

const venueKind = (service: VenueService) =>
  importKind({
    name: 'venues',
    schema: z.object({
      locatie: requiredText(200),
      gemeente: requiredText(100),
      adres: requiredText(300),
      plaatsen: wholeNumber(1, 10_000),
      toegankelijkheid: requiredText(500),
    }),
    references: ['municipality'],
    resolve: (row, look) => ({
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      name: row.locatie,
      address: row.adres,
      capacity: row.plaatsen,
      accessibility: row.toegankelijkheid,
    }),
    keys: (row) => [`${row.municipalityId}/${row.name}`],
    register: async (tx, actor, rows) => ({ outcomes: await service.registerVenues(tx, actor, rows) }),
  });
