import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { wholeNumber } from '../platform/web/fields.js';
import { listAddress } from '../platform/web/list-address.js';
import { reasonOf, sessionInWords, statusOf, type Reader } from './messages.pages.js';
import type { ReturnedKind } from '../shared/message-status.js';
import type { MessageDetail } from './messages.queries.js';
import { hindranceOf } from './resending.rules.js';

/** How often the mail had been sent again when the button was shown. */
export const resendingForm = z.object({ seen: wholeNumber(0, 1_000) });

/** One message: to whom, why, what became of it, and what it says. */
export function messagePage(message: MessageDetail, reader: Reader) {
  const { t } = reader;
  const { id, withdrawnReason, calendarMethod, calendarFile, text } = message;
  return {
    status: statusOf(message, t),
    withdrawn: withdrawnReason && t(`mail-log.withdrawn.${withdrawnReason}`),
    facts: factsOf(message, reader),
    attachment: calendarMethod && {
      label: t(calendarFile === null ? 'mail-log.attached' : 'mail-log.download'),
      href: calendarFile === null ? null : `/messages/${id}/calendar.ics`,
    },
    links: linksOf(message, reader),
    secret: text === null ? t(message.isWiped ? 'mail-log.secretWiped' : 'mail-log.secret') : null,
    previewHref: text === null ? null : `/messages/${id}/preview`,
    linksLeftOut: message.linksLeftOut,
    locale: message.locale,
    text: text?.trim() ?? null,
    resending: resendingPart(message, t),
    repeats: message.resending.repeats.map((repeat) => ({
      href: `/messages/${repeat.id}`,
      at: repeat.createdAt,
      status: statusOf(repeat, t),
    })),
  };
}

function factsOf(message: MessageDetail, reader: Reader) {
  const { locale, t } = reader;
  const { toName, toAddress, session, sentAt, providerAnswer, nextAttemptAt } = message;
  const fact = (name: FactName, value: string) => ({ label: t(`mail-log.${name}`), value });
  const at = (instant: Date) => formatInstant(instant, locale);
  return [
    fact('to', toName === toAddress ? toAddress : `${toName} <${toAddress}>`),
    fact('reason', reasonOf(message, t)),
    ...(session ? [fact('session', sessionInWords(session, reader))] : []),
    fact('at', at(message.createdAt)),
    ...(sentAt ? [fact('sentAt', at(sentAt))] : []),
    fact('attempts', String(message.attempts)),
    ...(message.status === 'queued'
      ? [fact('nextAttempt', t('mail-log.nextAttemptFrom', { at: at(nextAttemptAt) }))]
      : []),
    ...(providerAnswer === null ? [] : [fact('answer', providerAnswer)]),
    ...message.returns.map(({ kind, answer, returnedAt }) =>
      fact(`returned.${kind}`, [at(returnedAt), answer].filter(Boolean).join(': ')),
    ),
    fact('locale', t(`mail-log.locale.${message.locale}`)),
    fact('wording', wordingOf(message, t)),
  ];
}

/** Whose words are in the mail. */
function wordingOf(message: MessageDetail, t: Translate): string {
  const { regionWordingVersion: region, municipalityWordingVersion: municipality } = message;
  const whose = [
    ...(municipality === null ? [] : [t('mail-log.wording.municipality', { version: municipality })]),
    ...(region === null ? [] : [t('mail-log.wording.region', { version: region })]),
  ];
  return whose.length === 0 ? t('mail-log.wording.standard') : whose.join('; ');
}

type FactName =
  | 'to'
  | 'reason'
  | 'session'
  | 'at'
  | 'sentAt'
  | 'attempts'
  | 'nextAttempt'
  | 'answer'
  | `returned.${ReturnedKind}`
  | 'locale'
  | 'wording';

/** The button to send it again with where it will go, or why it cannot be. */
function resendingPart(message: MessageDetail, t: Translate) {
  const { id, resending } = message;
  const { name, address } = resending.to;
  const hindrance = hindranceOf(message, resending);
  if (hindrance) {
    const { code, news } = hindrance;
    return {
      refusal: t(`problem.${code}.advice`, { address, subject: news?.subject ?? '' }),
      news: news && { href: `/messages/${news.id}`, label: t('mail-log.toNews') },
      send: null,
    };
  }
  const isOther = address.toLowerCase() !== message.toAddress.toLowerCase();
  return {
    ...{ refusal: null, news: null },
    send: {
      to: t(isOther ? 'mail-log.resend.toOther' : 'mail-log.resend.to', { name, address }),
      action: `/messages/${id}/resending`,
      seen: resending.repeats.length,
    },
  };
}

function linksOf(
  { repeatsMessageId, sessionId, session, professionalId, professionalName }: MessageDetail,
  { t }: Reader,
) {
  return [
    ...(repeatsMessageId === null
      ? []
      : [{ href: `/messages/${repeatsMessageId}`, label: t('mail-log.original') }]),
    ...(sessionId && session
      ? [{ href: listAddress('/messages', { session: sessionId }), label: t('mail-log.ofSessionLink') }]
      : []),
    ...(professionalId && professionalName !== null
      ? [
          {
            href: listAddress('/messages', { professional: professionalId }),
            label: t('mail-log.ofProfessionalLink', { name: professionalName }),
          },
        ]
      : []),
  ];
}
