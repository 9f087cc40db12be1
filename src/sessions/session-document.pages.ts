import { z } from 'zod';
import { hindranceOf } from './enrolment-hindrance.rules.js';
import { courseLevels } from '../courses/course-level.rules.js';
import { httpsLink, isoDate, localTime } from '../platform/web/fields.js';
import { sessionStatuses, shownStatus, shownStatuses } from './session-life.rules.js';
import { LARGEST_SESSION, MOST_PARTS } from './session-plan.rules.js';
import type { SessionRow } from './session.queries.js';

const status = z.enum(sessionStatuses).describe('Concept, open, gaat door, afgesloten of afgelast.');
export const shown = z
  .enum(shownStatuses)
  .describe('De status, of vol, bezig, of voorbij en nog niet afgesloten: wat mensen op het scherm zien.');
const seats = z.int().min(1).max(LARGEST_SESSION);
export const sessionAnswer = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  level: z.enum(courseLevels),
  status,
  shownStatus: shown,
  payerMunicipalityId: z.uuid(),
  capacity: z.int(),
  minimum: z.int(),
  releaseOn: z.iso.date().describe('Vanaf deze dag zijn gereserveerde plaatsen die over zijn voor iedereen.'),
  decideOn: z.iso.date().describe('Op deze dag wordt besloten of de uitvoering doorgaat.'),
  seatsTaken: z.int(),
  waitingCount: z.int(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  priceCents: z
    .int()
    .nullable()
    .describe(
      'Wat de uitvoering kost: wat is vastgelegd of afgesproken, of anders de prijs uit de prijslijst op de laatste dag. Alleen voor coördinator en financiën; anders null.',
    ),
  priceIsAgreed: z.boolean().describe('Of er een prijs voor deze uitvoering is afgesproken.'),
  priceIsDemo: z.boolean().nullable().describe('Of de prijs een voorbeeldbedrag is.'),
  enrolmentHindrance: z
    .enum(['not-invited', 'other-organisation', 'already-in-course'])
    .nullable()
    .describe('Waarom de professional die dit leest zich hier niet zelf kan inschrijven.'),
});
export const partAnswer = z.object({
  id: z.uuid(),
  ordinal: z.int(),
  date: z.iso.date(),
  startTime: z.string(),
  endTime: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  roomId: z.uuid().nullable().describe('De zaal; null als het dagdeel online is.'),
  roomName: z.string().nullable(),
  venueId: z.uuid().nullable(),
  venueName: z.string().nullable(),
  joiningLink: z
    .string()
    .nullable()
    .describe(
      'Om online mee te doen. Alleen voor wie een plaats heeft, de trainers en de coördinator; anders null.',
    ),
  trainers: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export const quotaAnswer = z.object({ municipalityId: z.uuid(), seats: z.int() });

/** A session as another system plans it. */
export const sessionInput = z.object({
  courseId: z.uuid(),
  payerMunicipalityId: z.uuid(),
  capacity: seats,
  minimum: seats,
  releaseOn: isoDate.optional().describe('Zonder: vier weken voor de eerste dag.'),
  decideOn: isoDate
    .optional()
    .describe('De dag van het besluit; zonder: zoveel dagen voor de eerste dag als bij de training staat.'),
  priceCents: z
    .int()
    .min(0)
    .max(999_999_999_999)
    .nullable()
    .default(null)
    .describe('Wat is afgesproken; null is de prijs uit de prijslijst op de laatste dag.'),
  parts: z
    .array(
      z.object({
        date: isoDate,
        startTime: localTime,
        endTime: localTime,
        roomId: z.uuid().nullable().default(null).describe('De zaal; zonder zaal is het dagdeel online.'),
        joiningLink: httpsLink
          .nullable()
          .default(null)
          .describe(
            'Het adres (https) om online mee te doen; alleen en altijd voor een dagdeel zonder zaal.',
          ),
        trainerIds: z.array(z.uuid()).max(10).default([]),
      }),
    )
    .min(1)
    .max(MOST_PARTS)
    .describe('In de volgorde van de tijd; datum en tijden zijn die van Nederland.'),
  quotas: z
    .array(z.object({ municipalityId: z.uuid(), seats }))
    .max(50)
    .default([]),
});

/** A session as other systems read it. */
export function toSession(row: SessionRow, now: Date): z.infer<typeof sessionAnswer> {
  const { id: sessionId, courseId, courseTitle, level, payerMunicipalityId, capacity, minimum } = row;
  const { releaseOn, decideOn, seatsTaken, waitingCount, priceIsDemo, priceIsAgreed } = row;
  return {
    ...{ id: sessionId, courseId, courseTitle, level, status: row.status, payerMunicipalityId },
    shownStatus: shownStatus(row, now),
    enrolmentHindrance: row.enrolmentId === null ? hindranceOf(row) : null,
    ...{ capacity, minimum, releaseOn, decideOn, seatsTaken, waitingCount, priceIsDemo },
    priceIsAgreed,
    startsAt: row.firstStartsAt.toISOString(),
    endsAt: row.lastEndsAt.toISOString(),
    priceCents: row.priceCents === null ? null : Number(row.priceCents),
  };
}
