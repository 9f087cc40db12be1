import { formatDate, formatTimeRange } from '../../platform/i18n/format.js';
import type { Translate } from '../../platform/i18n/translator.js';
import type { Letter } from '../../platform/mail/letter.js';
import { placeOf } from '../place.rules.js';
import type { TrainerAppointment, TrainerPart } from './trainer-appointment.queries.js';

/** What a trainer hears: that they give it, that it is changed, that they give it no more, or that it is called off. */
export type TrainerNews = 'planned' | 'changed' | 'left' | 'calledOff';

export function trainerLetter(
  to: TrainerAppointment,
  news: TrainerNews,
  publicUrl: string,
  t: Translate,
): Letter {
  const date = formatDate(to.parts[0]!.date, to.locale, 'long');
  const about = { course: to.courseTitle, date };
  const stays = news === 'planned' || news === 'changed';
  const others = news === 'left' && to.otherOrdinals.length > 0;
  return {
    subject: t(`trainers.letter.${news}.subject`, about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [
      t(`trainers.letter.${news}.text`, about),
      t(stays ? 'trainers.letter.calendar' : 'trainers.letter.calendarGone'),
      ...(others
        ? [
            t('trainers.letter.left.others', {
              ordinals: to.otherOrdinals.join(', '),
              count: to.otherOrdinals.length,
            }),
          ]
        : []),
    ],
    details: to.parts.map((part) => ({
      label: t('trainers.letter.part', { ordinal: part.ordinal }),
      value: inWords(part, to, stays, t),
    })),
    action:
      stays || others
        ? { label: t('trainers.letter.session'), url: `${publicUrl}/sessions/${to.sessionId}` }
        : { label: t('trainers.letter.calendarLink'), url: `${publicUrl}/calendar` },
    closing: stays ? [t('trainers.letter.cannotCome')] : [],
  };
}

function inWords(part: TrainerPart, { locale }: TrainerAppointment, stays: boolean, t: Translate): string {
  const online =
    stays && part.joiningLink !== null ? `${t('sessions.place.online')}: ${part.joiningLink}` : null;
  return [
    formatDate(part.date, locale, 'weekday'),
    formatTimeRange(part.startTime, part.endTime),
    placeOf(part) ?? online ?? t('sessions.place.online'),
  ].join(', ');
}
