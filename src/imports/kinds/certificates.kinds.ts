import { z } from 'zod';
import type {
  EarlierCertificate,
  EarlierCertificates,
} from '../../certificates/earlier-certificates.service.js';
import type { EntryLevel } from '../../courses/course-level.rules.js';
import type { MessageKey } from '../../messages.js';
import {
  blankAsNull,
  emailAddress,
  localDate,
  optionalText,
  requiredText,
} from '../../platform/web/fields.js';
import { choice } from '../columns.js';
import { importKind } from '../import-kind.js';

/** The levels that build on each other, by the words of DOMAIN's glossary. */
export const entryLevelWords: Readonly<Record<string, EntryLevel>> = {
  voorlichting: 'awareness',
  basis: 'basic',
  verdieping: 'advanced',
  specialistisch: 'specialist',
};

const ALWAYS = 'altijd';
/** A date, or the word for always: an empty cell could mean that nobody looked it up. */
const until = requiredText(30).transform((written, context) => {
  if (written.toLowerCase() === ALWAYS) return null;
  const date = localDate.safeParse(written);
  if (date.success) return date.data;
  context.addIssue({ code: 'custom', params: { key: 'imports.fault.dateOrAlways' } });
  return z.NEVER;
});

const schema = z
  .object({
    email: emailAddress,
    training: optionalText(60),
    niveau: blankAsNull(choice(entryLevelWords)),
    behaald_op: localDate,
    geldig_tot_en_met: until,
    nummer: optionalText(100),
    bron: requiredText(300),
  })
  .superRefine((row, context) => {
    const faulty = (path: string, key: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], params: { key } });
    if ((row.training === null) === (row.niveau === null)) faulty('training', 'imports.fault.courseOrLevel');
    if (row.geldig_tot_en_met && row.geldig_tot_en_met < row.behaald_op)
      faulty('geldig_tot_en_met', 'imports.fault.validUntilTooEarly');
  });

/** Certificates from before, one line each: of a course of the catalogue, or just of a level. */
export const certificateKind = (service: EarlierCertificates) =>
  importKind({
    name: 'certificates',
    schema,
    optional: ['training', 'niveau', 'nummer'],
    references: ['professional', 'course'],
    refuse: (row, today) =>
      row.behaald_op > today ? { column: 'behaald_op', key: 'imports.fault.inFuture' } : null,
    resolve: (row, look): EarlierCertificate => ({
      professionalId: look('professional', 'email', row.email),
      of:
        row.training === null
          ? { level: row.niveau! }
          : { courseId: look('course', 'training', row.training) },
      ...{ issuedOn: row.behaald_op, validUntil: row.geldig_tot_en_met },
      ...{ earlierNumber: row.nummer, source: row.bron },
    }),
    keys: ({ professionalId, of, issuedOn }) => [
      `${professionalId}/${'courseId' in of ? of.courseId : of.level}/${issuedOn}`,
    ],
    register: async (tx, actor, rows) => ({ results: await service.register(tx, actor, rows) }),
  });
