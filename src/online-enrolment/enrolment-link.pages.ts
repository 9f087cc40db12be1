import { z } from 'zod';
import { wishFields, wishSpecs } from '../enrolment/wishes.pages.js';
import { asksWishes } from '../enrolment/wishes.rules.js';
import { functionOptions } from '../people/people.pages.js';
import { professionalForm } from '../people/professional-form.pages.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { placeOf } from '../sessions/place.rules.js';
import type { Locale } from '../shared/locale.js';
import type { NewcomerChoices } from './newcomer.queries.js';
import { nameFrom, type KnownOrganisation } from './newcomer.rules.js';
import type { Invited } from './online-enrolment.service.js';

/** The secret in the address of a link: 256 bits in base64url. Some mail programs break a link off. */
export const linkToken = z.string();
/** What someone tells who is not in the register yet. */
export const newcomerForm = professionalForm
  .omit({ email: true })
  .extend(wishFields)
  .transform(({ dietary, accessibility, ...newcomer }) => ({ newcomer, wishes: { dietary, accessibility } }));
/** What someone tells who is: only the wishes count, whatever else is sent. */
export const knownForm = z.object(wishFields).transform((wishes) => ({ newcomer: null, wishes }));

/** What a newcomer chooses from: the organisations recognised by the address, or all of them. */
export interface Choices extends Pick<NewcomerChoices, 'functions' | 'helpers'> {
  readonly recognised: boolean;
  readonly choices: readonly KnownOrganisation[];
}

/** The form as it is first shown: with what the address tells. */
export function guessedValues(email: string, { recognised, choices }: Choices): Record<string, unknown> {
  const [only, ...others] = recognised ? choices : [];
  return { name: nameFrom(email), organisationId: only && others.length === 0 ? only.id : '' };
}

/** The model of `online-enrolment/finish`; `choices` are for someone who is not in the register yet. */
export function finishPage(
  { session, email, person }: Invited,
  token: string,
  choices: Choices | null,
  sent: SentForm,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const specs = [...(choices ? newcomerSpecs(choices, locale) : []), ...wishSpecs(session)];
  return {
    action: `/enrolment-links/${token}`,
    course: session.courseTitle,
    moments: session.parts.map((part) => ({
      when: `${formatDate(part.date, locale, 'weekday')}, ${formatTimeRange(part.startTime, part.endTime)}`,
      place: placeOf(part) ?? t('enrolment.place.online'),
    })),
    intro: person
      ? t('online-enrolment.finish.known', { name: person.name, email })
      : t('online-enrolment.finish.new', { email }),
    asks: asksWishes(session),
    approval: session.needsApproval,
    form: buildForm(specs, sent.values, sent.issues, t),
    submit: t(session.seatsTaken < session.capacity ? 'sessions.step.enrol' : 'sessions.step.wait'),
    helpers: choices?.helpers ?? null,
  };
}

function newcomerSpecs({ recognised, choices, functions }: Choices, locale: Locale): FieldSpec[] {
  return [
    {
      name: 'name',
      kind: 'text',
      label: 'online-enrolment.finish.name',
      required: true,
      autocomplete: 'name',
    },
    {
      name: 'organisationId',
      kind: 'select',
      label: 'people.new.organisation',
      description: recognised
        ? 'online-enrolment.finish.recognised'
        : 'online-enrolment.finish.notRecognised',
      options: choices.map(({ id, name, municipality }) => ({
        value: id,
        label: `${municipality} – ${name}`,
      })),
      required: true,
    },
    {
      name: 'functionId',
      kind: 'select',
      label: 'people.new.function',
      options: functionOptions({ functions }, locale),
      required: true,
    },
  ];
}
