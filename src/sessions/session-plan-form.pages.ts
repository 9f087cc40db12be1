import { z } from 'zod';
import { blankAsNull, centsFromDutch, localDate, wholeNumber } from '../platform/web/fields.js';
import { priceOn } from '../courses/price-list.rules.js';
import type { CourseChoice } from './planning.queries.js';
import { planOn } from './series.rules.js';
import { partTrainers, whenAndWhere } from './session-part.pages.js';
import {
  LARGEST_SESSION,
  MOST_PARTS,
  defaultDecideOn,
  defaultReleaseOn,
  type SessionPlan,
} from './session-plan.rules.js';
import { USUAL_TERMS } from './session-terms.rules.js';

const chosenId = z.uuid();
const partForm = whenAndWhere.extend({ trainerIds: partTrainers.default([]) });

/**
 * What the form of a new session sends, in the order of its fields, which is that of the error summary. Parts at the
 * end that were left empty are no parts.
 */
export const sessionForm = z.object({
  courseId: chosenId,
  parts: z.preprocess(withoutBlankEnd, z.array(partForm).min(1).max(MOST_PARTS)),
  payerMunicipalityId: chosenId,
  capacity: wholeNumber(1, LARGEST_SESSION),
  minimum: wholeNumber(1, LARGEST_SESSION),
  priceCents: blankAsNull(centsFromDutch),
  releaseOn: blankAsNull(localDate),
  decideOn: blankAsNull(localDate),
  /** The earlier session whose terms are taken over. */
  like: blankAsNull(z.uuid()).default(null),
  quotas: z
    .array(z.object({ municipalityId: chosenId, seats: blankAsNull(wholeNumber(0, LARGEST_SESSION)) }))
    .default([])
    .transform((quotas) =>
      quotas.flatMap(({ municipalityId, seats }) => (seats ? [{ municipalityId, seats }] : [])),
    ),
});

/** The plan that the form means; what it does not ask is as in the session it is made like. An agreed price that is a demo figure of the list is a demo figure. */
export function planOf(
  form: z.output<typeof sessionForm>,
  course: CourseChoice,
  today: string,
  example: SessionPlan | null,
): SessionPlan {
  const { releaseOn, decideOn, like: _, ...rest } = form;
  const firstDate = rest.parts[0]!.date;
  const listed = priceOn(course.prices, rest.parts.at(-1)!.date);
  const like = example && planOn(example, firstDate, today);
  return {
    ...rest,
    releaseOn: releaseOn ?? like?.releaseOn ?? defaultReleaseOn(firstDate, today),
    decideOn: decideOn ?? like?.decideOn ?? defaultDecideOn(firstDate, course.decideDays, today),
    terms: like?.terms ?? USUAL_TERMS,
    priceIsDemo: listed?.isDemo === true && listed.priceCents === String(rest.priceCents),
  };
}

function withoutBlankEnd(raw: unknown): unknown {
  if (!Array.isArray(raw)) return raw;
  const last = raw.findLastIndex((part) => !isBlank(part));
  return raw.slice(0, Math.max(1, last + 1));
}

/** The suggested times do not make a part: someone must have said when, where or by whom. */
function isBlank(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return true;
  const { date, roomId, joiningLink, trainerIds } = part as Record<string, unknown>;
  const trainers = Array.isArray(trainerIds) ? (trainerIds as unknown[]) : [];
  return [date, roomId, joiningLink, ...trainers].every(
    (value) => typeof value !== 'string' || value.trim() === '',
  );
}
