import { z } from 'zod';
import type { FieldFault } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import { emailAddress } from '../platform/web/fields.js';
import { LARGEST_GROUP } from './group-list.rules.js';
import type { Matched } from './group-matching.rules.js';
import { groupOutcomes, type Member } from './group-outcome.rules.js';
import { reasonOf, unmatchedText, type GroupReader } from './group-words.pages.js';

const people = {
  professionalIds: z
    .array(z.uuid())
    .min(1)
    .max(LARGEST_GROUP)
    .optional()
    .describe(`Wie u inschrijft, in volgorde: hoogstens ${LARGEST_GROUP} professionals uit het register.`),
  emails: z
    .array(emailAddress)
    .min(1)
    .max(LARGEST_GROUP)
    .optional()
    .describe('In plaats van de kenmerken: de zakelijke adressen van die mensen.'),
};
const oneWay = ({ professionalIds, emails }: { professionalIds?: unknown; emails?: unknown }) =>
  (professionalIds === undefined) !== (emails === undefined);
const oneWayOnly = {
  path: ['professionalIds'],
  params: { key: 'group.api.oneWay' },
};
export const previewInput = z.object(people).refine(oneWay, oneWayOnly);
/** A group as a system sends it. */
export const groupInput = z
  .object({
    ...people,
    together: z
      .boolean()
      .default(false)
      .describe('Iedereen een plaats, of niemand; anders zover er plaats is en de anderen op de wachtlijst.'),
  })
  .refine(oneWay, oneWayOnly);
export type People = Pick<z.output<typeof groupInput>, 'professionalIds' | 'emails'>;

const row = z.object({
  row: z.int().describe('De plaats in wat u stuurde; de eerste is 1.'),
  outcome: z
    .enum([...groupOutcomes, 'unknown', 'twice'])
    .describe('Een plaats, de wachtlijst, een aanvraag, geweigerd, onbekend of twee keer genoemd.'),
  reason: z.string().nullable().describe('Waarom, in woorden; leeg als er niets bij te zeggen is.'),
  code: z.string().nullable().describe('De code van de weigering, dezelfde als in een foutmelding.'),
  professionalId: z.uuid().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  enrolmentId: z.uuid().nullable().describe('De inschrijving; leeg als er niet is ingeschreven.'),
  waitingPosition: z.int().nullable().describe('Plaats op de wachtlijst; 1 is de volgende.'),
});
const counts = z.object({
  confirmed: z.int(),
  waitlisted: z.int(),
  requested: z.int(),
  notEnrolled: z.int(),
});
export const previewAnswer = z.object({
  fitsTogether: z.boolean().describe('Of iedereen een plaats zou krijgen.'),
  seatsMissing: z.int().describe('Hoeveel plaatsen er te weinig zijn voor de hele groep.'),
  counts,
  rows: z.array(row),
});
export const groupAnswer = z.object({ id: z.uuid(), together: z.boolean(), counts, rows: z.array(row) });

type Row = z.output<typeof row>;

/** What becomes of everyone in what was sent, in its order. */
export function rowsOf(
  list: readonly Matched[],
  members: readonly Member[],
  reader: GroupReader,
  t: Translate,
): Row[] {
  const found = new Map(members.map((member) => [member.professionalId, member]));
  return list.map((each) =>
    each.kind === 'person'
      ? memberRow(each, found.get(each.person.id)!, t)
      : {
          ...{ row: each.line, outcome: each.kind === 'twice' ? 'twice' : 'unknown' },
          reason: unmatchedText(each, reader, t),
          ...{ code: null, professionalId: null, name: null, enrolmentId: null, waitingPosition: null },
          email: each.kind === 'unknown' ? each.email : null,
        },
  );
}

function memberRow({ line, person }: Matched & { kind: 'person' }, member: Member, t: Translate): Row {
  const { outcome, enrolmentId, waitingPosition, refusal } = member;
  const { id: professionalId, name, email } = person;
  return {
    ...{ row: line, outcome, reason: reasonOf(member, t), code: refusal?.code ?? null },
    ...{ professionalId, name, email, enrolmentId, waitingPosition },
  };
}

export function countsOf(rows: readonly Row[]): z.output<typeof counts> {
  const count = (outcome: Row['outcome']) => rows.filter((each) => each.outcome === outcome).length;
  const enrolled = {
    confirmed: count('confirmed'),
    waitlisted: count('waitlisted'),
    requested: count('requested'),
  };
  const notEnrolled = rows.length - enrolled.confirmed - enrolled.waitlisted - enrolled.requested;
  return { ...enrolled, notEnrolled };
}

/** Who of a group has no seat and why, as a refusal names them. */
export function faultsOf(rows: readonly Row[], t: Translate): FieldFault[] {
  return rows
    .filter(({ outcome }) => outcome !== 'confirmed' && outcome !== 'twice')
    .map(({ row: number, reason }) => ({
      path: `rows.${number}`,
      message: reason ?? t('group.done.refused'),
    }));
}
