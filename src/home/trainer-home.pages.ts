import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import { localDateOf } from '../shared/local-date.js';
import type { HomeCard, HomeSection, Overview, Reader } from './overview.pages.js';
import type { TrainerPartRow } from './trainer-home.queries.js';

const SHOWN = 9;

type When = 'today' | 'coming' | 'over';

/** Today's session, what comes, and what still has to be rounded off. */
export function trainerHome(parts: readonly TrainerPartRow[], now: Date, reader: Reader): Overview {
  const { t } = reader;
  const date = localDateOf(now);
  const today = parts.filter((part) => part.local_date === date);
  const coming = parts.filter((part) => part.local_date > date);
  // One card per session: closing is for the session as a whole.
  const over = new Map(
    parts
      .filter((part) => part.local_date < date && part.status === 'confirmed')
      .map((part) => [part.session_id, part]),
  );
  const section = (id: When, shown: readonly TrainerPartRow[]): HomeSection => ({
    id,
    title: t(`home.trainer.${id}`),
    cards: shown.slice(0, SHOWN).map((part) => partCard(part, id, reader)),
    empty: { title: t(`home.trainer.${id}EmptyTitle`), text: t(`home.trainer.${id}Empty`), action: null },
    more: shown.length > SHOWN ? [{ href: '/sessions', label: t('home.trainer.all') }] : [],
  });
  return {
    lead: today.length === 0 ? t('home.trainer.leadNone') : t('home.trainer.lead', { count: today.length }),
    figures: [],
    sections: [
      section('today', today),
      section('coming', coming),
      ...(over.size > 0 ? [section('over', [...over.values()])] : []),
    ],
  };
}

function partCard(part: TrainerPartRow, when: When, { t, locale }: Reader): HomeCard {
  return {
    title: part.course_title,
    href: `/sessions/${part.session_id}`,
    badge:
      when === 'over'
        ? { kind: 'warning', label: t('home.trainer.toClose') }
        : {
            kind: part.status === 'confirmed' ? 'success' : 'neutral',
            label: t(`home.session.${part.status}`),
          },
    lines: [
      `${formatDate(part.local_date, locale, 'weekday')}, ${formatTimeRange(part.start_time, part.end_time)}`,
      part.place ?? t('home.place.online'),
      `${t('home.trainer.part', { ordinal: part.ordinal, parts: part.parts })}, ${t('home.trainer.people', { count: part.seats_taken })}`,
    ],
    actions:
      when === 'coming'
        ? []
        : [
            ...(when === 'today' ? [{ href: '/check-in', label: t('check-in.device.name') }] : []),
            {
              href: `/sessions/${part.session_id}/attendance?part=${part.ordinal}`,
              label: t('home.trainer.attendance'),
            },
          ],
  };
}
