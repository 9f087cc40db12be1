import { z } from 'zod';
import type { Approval, Audience } from '../../courses/course-access.rules.js';
import { followsLevel, type CourseLevel, type EntryLevel } from '../../courses/course-level.rules.js';
import type { CourseEntry, CourseService } from '../../courses/course.service.js';
import { newPriceFault } from '../../courses/price-list.rules.js';
import type { ProviderService } from '../../courses/provider.service.js';
import type { MessageKey } from '../../messages.js';
import {
  blankAsNull,
  centsFromDutch,
  emailAddress,
  httpsLink,
  localDate,
  numberList,
  optionalText,
  requiredText,
  wholeNumber,
} from '../../platform/web/fields.js';
import type { TrainerService } from '../../sessions/trainers/trainer.service.js';
import type { RoomEntry, VenueService } from '../../sessions/venues/venue.service.js';
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

const entryLevels: Readonly<Record<string, EntryLevel | 'none'>> = {
  geen: 'none',
  voorlichting: 'awareness',
  basis: 'basic',
  verdieping: 'advanced',
  specialistisch: 'specialist',
};
const approvals: Readonly<Record<string, Approval>> = {
  geen: 'none',
  contactpersoon: 'contact',
  organisatie: 'organisation',
};
const audiences: Readonly<Record<string, Audience>> = {
  openbaar: 'public',
  'op uitnodiging': 'by-invitation',
  'in-company': 'in-company',
};

export function courseKinds(
  providers: ProviderService,
  courses: CourseService,
  trainers: TrainerService,
  venues: VenueService,
): ImportKind[] {
  return [providerKind(providers), courseKind(courses), trainerKind(trainers), venueKind(venues)];
}

const providerKind = (service: ProviderService) =>
  importKind({
    name: 'providers',
    schema: z.object({ aanbieder: requiredText(200), crkbo: yesNo, bron: requiredText(300) }),
    references: [],
    resolve: (row) => ({ name: row.aanbieder, crkbo: row.crkbo, source: row.bron }),
    keys: (row) => [row.name],
    register: async (tx, actor, rows) => ({ results: await service.registerProviders(tx, actor, rows) }),
  });

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
    aanwezigheid_percentage: blankAsNull(wholeNumber(1, 100)),
    verplichte_dagdelen: blankAsNull(numberList(20, 'geen')),
    terugkomdag_nodig: blankAsNull(yesNo),
    doelgroepen: wordList,
    instapniveau: blankAsNull(choice(entryLevels)),
    goedkeuring: blankAsNull(choice(approvals)),
    toegang: blankAsNull(choice(audiences)),
    alleen_voor: blankAsNull(requiredText(300)),
    een_keer_per_training: blankAsNull(yesNo),
    evaluatieformulier: blankAsNull(httpsLink),
    voorbeeld: yesNo,
    bron: requiredText(300),
    prijs: blankAsNull(centsFromDutch),
    prijs_voorbeeld: blankAsNull(yesNo),
    prijs_bron: blankAsNull(requiredText(300)),
    prijs_vanaf: blankAsNull(localDate),
  })
  .superRefine((row, context) => {
    const faulty = (path: string, key: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], params: { key } });
    if (row.maximum < row.minimum) faulty('maximum', 'imports.fault.maximumBelowMinimum');
    if (row.verplichte_dagdelen?.some((part) => part > row.dagdelen))
      faulty('verplichte_dagdelen', 'courses.fault.partBeyondLength');
    if (row.terugkomdag_nodig === true && !followsLevel(null, row.niveau))
      faulty('terugkomdag_nodig', 'courses.fault.neverFollowed');
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
      'verplichte_dagdelen',
      'terugkomdag_nodig',
      'doelgroepen',
      'instapniveau',
      'goedkeuring',
      'toegang',
      'alleen_voor',
      'een_keer_per_training',
      'evaluatieformulier',
      'prijs',
      'prijs_voorbeeld',
      'prijs_bron',
      'prijs_vanaf',
    ],
    references: ['function', 'provider'],
    refuse: (row, today) =>
      newPriceFault([], row.prijs_vanaf, today)
        ? { column: 'prijs_vanaf', key: 'problem.price-too-far-ahead.advice' }
        : null,
    resolve: (row, look): CourseEntry => ({
      course: {
        code: row.trainingscode,
        title: row.titel,
        level: row.niveau,
        dayParts: row.dagdelen,
        minParticipants: row.minimum,
        maxParticipants: row.maximum,
        validityMonths: row.geldig_maanden,
        providerId: look('provider', 'aanbieder', row.aanbieder),
        requiredAttendancePercentage: row.aanwezigheid_percentage ?? 100,
        isDemo: row.voorbeeld,
        source: row.bron,
        ...told(row),
      },
      functionIds: row.doelgroepen.map((written) => look('function', 'doelgroepen', written)),
      price: priceOf(row),
    }),
    keys: ({ course }) => [course.code],
    register: async (tx, actor, rows) => ({ results: await service.registerCourses(tx, actor, rows) }),
  });

/** Only what the file tells: the rest of a course that is there stays as it is. */
function told(row: z.output<typeof courseSchema>): Partial<CourseEntry['course']> {
  return {
    ...(row.instapniveau && { entryLevel: row.instapniveau === 'none' ? null : row.instapniveau }),
    ...(row.goedkeuring && { approval: row.goedkeuring }),
    ...(row.toegang && { audience: row.toegang }),
    ...(row.alleen_voor && { restrictedAudience: row.alleen_voor }),
    ...(row.evaluatieformulier && { evaluationUrl: row.evaluatieformulier }),
    ...(row.verplichte_dagdelen !== null && { mandatoryParts: row.verplichte_dagdelen }),
    ...(row.terugkomdag_nodig !== null && { requiresFollowUp: row.terugkomdag_nodig }),
    ...(row.een_keer_per_training !== null && { oncePerCourse: row.een_keer_per_training }),
  };
}

function priceOf(row: z.output<typeof courseSchema>): CourseEntry['price'] {
  if (row.prijs === null || row.prijs_voorbeeld === null || row.prijs_bron === null) return 'as it stands';
  const { prijs_vanaf: validFrom, prijs_voorbeeld: isDemo, prijs_bron: source } = row;
  return { priceCents: String(row.prijs), isDemo, source, validFrom };
}

const trainerKind = (service: TrainerService) =>
  importKind({
    name: 'trainers',
    schema: z.object({ trainer: requiredText(200), email: emailAddress, aanbieder: requiredText(200) }),
    references: ['provider'],
    resolve: (row, look) => ({
      ...{ name: row.trainer, email: row.email },
      providerId: look('provider', 'aanbieder', row.aanbieder),
    }),
    keys: (row) => [row.email],
    register: async (tx, actor, rows) => ({ results: await service.registerTrainers(tx, actor, rows) }),
  });

const venueKind = (service: VenueService) =>
  importKind({
    name: 'venues',
    schema: z.object({
      locatie: requiredText(200),
      zaal: optionalText(200),
      gemeente: requiredText(100),
      adres: requiredText(300),
      route: optionalText(500),
      plaatsen: wholeNumber(1, 10_000),
      toegankelijkheid: requiredText(500),
    }),
    optional: ['zaal', 'route'],
    references: ['municipality'],
    resolve: (row, look): RoomEntry => ({
      venue: {
        municipalityId: look('municipality', 'gemeente', row.gemeente),
        name: row.locatie,
        address: row.adres,
        route: row.route,
      },
      room: { name: row.zaal ?? row.locatie, capacity: row.plaatsen, accessibility: row.toegankelijkheid },
    }),
    keys: ({ venue, room }) => [JSON.stringify([venue.municipalityId, venue.name, room.name])],
    sameFor: ({ venue }) => ({
      whole: JSON.stringify([venue.municipalityId, venue.name]),
      told: JSON.stringify([venue.address, venue.route]),
    }),
    register: async (tx, actor, rows) => ({ results: await service.registerRooms(tx, actor, rows) }),
  });
