import { nameOf } from '../platform/i18n/code-names.js';
import { formatInstant } from '../platform/i18n/format.js';
import { listAddress } from '../platform/web/list-address.js';
import { sessionInWords, statusOf, type Reader } from './messages.pages.js';
import type { MessageDetail } from './messages.queries.js';

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
    text: text?.trim() ?? null,
  };
}

function factsOf(message: MessageDetail, reader: Reader) {
  const { locale, t } = reader;
  const { toName, toAddress, session, sentAt, providerAnswer, nextAttemptAt } = message;
  const fact = (name: FactName, value: string) => ({ label: t(`mail-log.${name}`), value });
  const at = (instant: Date) => formatInstant(instant, locale);
  return [
    fact('to', toName === toAddress ? toAddress : `${toName} <${toAddress}>`),
    fact('reason', nameOf('mail.reason', message.reason, t)),
    ...(session ? [fact('session', sessionInWords(session, reader))] : []),
    fact('at', at(message.createdAt)),
    ...(sentAt ? [fact('sentAt', at(sentAt))] : []),
    fact('attempts', String(message.attempts)),
    ...(message.status === 'queued'
      ? [fact('nextAttempt', t('mail-log.nextAttemptFrom', { at: at(nextAttemptAt) }))]
      : []),
    ...(providerAnswer === null ? [] : [fact('answer', providerAnswer)]),
    fact('locale', t(`mail-log.locale.${message.locale}`)),
  ];
}

type FactName =
  'to' | 'reason' | 'session' | 'at' | 'sentAt' | 'attempts' | 'nextAttempt' | 'answer' | 'locale';

function linksOf({ sessionId, session, professionalId, professionalName }: MessageDetail, { t }: Reader) {
  return [
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
