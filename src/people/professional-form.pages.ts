import { z } from 'zod';
import type { ProblemCode } from '../problems.js';
import type { Translate } from '../platform/i18n/translator.js';
import { chosen, emailAddress, requiredText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type Form, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import {
  functionOptions,
  noOrganisations,
  toImports,
  type Choices,
  type EmptyState,
  type Reader,
} from './people.pages.js';

export const professionalForm = z.object({
  name: requiredText(200),
  email: emailAddress,
  organisationId: chosen,
  functionId: chosen,
});

/** What is known already of whoever is to be registered. */
export const newProfessionalQuery = z.object({
  name: z.string().max(200).catch('').default(''),
  email: z.string().max(254).catch('').default(''),
});

/** What must be in the register before a professional can be; null when it is there. */
export function missingFor(
  { organisations, functions }: Pick<Choices, 'organisations' | 'functions'>,
  { ownOnly }: Pick<Reader, 'ownOnly'>,
  t: Translate,
): EmptyState | null {
  if (organisations.length === 0) return noOrganisations({ ownOnly }, t);
  if (functions.length > 0) return null;
  return {
    title: t('people.functions.noneTitle'),
    text: t(ownOnly ? 'people.functions.noneOwn' : 'people.functions.none'),
    action: ownOnly ? null : toImports(t),
  };
}

/** The form to register one professional. */
export function newProfessionalForm(
  choices: Pick<Choices, 'organisations' | 'functions'>,
  locale: Locale,
  sent: SentForm,
  t: Translate,
): Form {
  const specs: FieldSpec[] = [
    { name: 'name', kind: 'text', label: 'people.new.name', required: true },
    {
      name: 'email',
      kind: 'email',
      label: 'people.new.email',
      description: 'people.new.emailHint',
      required: true,
    },
    {
      name: 'organisationId',
      kind: 'select',
      label: 'people.new.organisation',
      description: 'people.new.organisationHint',
      options: choices.organisations.map((row) => ({
        value: row.id,
        label: `${row.name} – ${row.municipality_name}`,
      })),
      required: true,
    },
    {
      name: 'functionId',
      kind: 'select',
      label: 'people.new.function',
      options: functionOptions(choices, locale),
      required: true,
    },
  ];
  return buildForm(specs, sent.values, sent.issues, t);
}

/** The field in which a refusal can be put right; null when there is none. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  const fields: Partial<Record<ProblemCode, string>> = {
    'email-in-use': 'email',
    'organisation-unknown': 'organisationId',
    'function-unknown': 'functionId',
  };
  return fields[code] ?? null;
}
