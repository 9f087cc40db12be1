import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { Answerable } from './answer.service.js';
import { datesOf, titleOfDay } from './campaign-words.pages.js';
import { refusals } from './follow-up.rules.js';

/** The secret in the address of a link: 256 bits in base64url. */
export const answerToken = z.string().regex(/^[\w-]{43}$/);

/** A day, by the id of its session, or why someone will not come. */
export const answerForm = z.object({
  answer: z
    .string()
    .default('')
    .refine((value) => isRefusal(value) || z.uuid().safeParse(value).success, {
      params: { key: 'web.validation.choose' },
    }),
});

/** The model of `follow-up/answer`: the days to choose from, and how the invitation stands. */
export function answerPage(
  invitation: Answerable,
  token: string,
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const { choices, state } = invitation;
  const options = [
    ...choices.map(({ day, hasSeat }) => ({
      value: day.sessionId,
      label: t(hasSeat ? 'follow-up.answer.day' : 'follow-up.answer.fullDay', {
        day: titleOfDay(day, locale, t),
      }),
    })),
    ...refusals.map((value) => ({ value, label: t(`follow-up.answer.${value}`) })),
  ];
  const form = buildForm(
    [{ name: 'answer', kind: 'radios', label: 'follow-up.answer.question', required: true, options }],
    { answer: isRefusal(state) ? state : '', ...values },
    issues,
    t,
  );
  return {
    greeting: t('follow-up.answer.greeting', { name: invitation.name }),
    campaign: invitation.title,
    stands: standsOf(invitation, locale, t),
    form: invitation.placeIn || choices.length === 0 ? null : form,
    action: `/follow-up-answers/${token}`,
    over: choices.length === 0 && !invitation.placeIn ? t('follow-up.answer.over') : null,
    sessionHref: invitation.placeIn ? `/sessions/${invitation.placeIn}` : null,
  };
}

/** What someone answered, or the place they have; null for who has not answered yet. */
function standsOf({ state, days, placeIn }: Answerable, locale: Locale, t: Translate) {
  const place = days.find(({ sessionId }) => sessionId === placeIn);
  if (place) {
    const day = datesOf(place, locale);
    return state === 'waiting'
      ? { kind: 'info', text: t('follow-up.answer.stands.waiting', { day }) }
      : { kind: 'ok', text: t('follow-up.answer.stands.enrolled', { day }) };
  }
  return isRefusal(state) ? { kind: 'info', text: t(`follow-up.answer.stands.${state}`) } : null;
}

const isRefusal = (state: string): state is (typeof refusals)[number] =>
  (refusals as readonly string[]).includes(state);
