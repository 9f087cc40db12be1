import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import type { ComingPlaceRow, OwnAllotmentRow, PeopleFigures, UntrainedRow } from './contact-home.queries.js';
import type { HomeCard, Overview, Reader } from './overview.pages.js';

/** Which of the own people still need what. */
export function contactHome(
  figures: PeopleFigures,
  places: readonly ComingPlaceRow[],
  untrained: readonly UntrainedRow[],
  allotments: readonly OwnAllotmentRow[],
  reader: Reader,
): Overview {
  const { t } = reader;
  const left = allotments.reduce((total, { trainings, used }) => total + Math.max(0, trainings - used), 0);
  const allotmentNote = allotments.some(({ is_demo }) => is_demo) ? t('home.demo') : null;
  return {
    lead: leadOf(figures, t),
    figures: [
      { label: t('home.contact.people'), value: String(figures.people), note: null, href: '/professionals' },
      { label: t('home.contact.enrolled'), value: String(figures.enrolled), note: null, href: null },
      { label: t('home.contact.waiting'), value: String(figures.waiting), note: null, href: null },
      { label: t('home.contact.left'), value: String(left), note: allotmentNote, href: '/allotments' },
    ],
    sections: [
      {
        id: 'untrained',
        title: t('home.contact.untrained'),
        cards: untrained.map((person) => untrainedCard(person, reader)),
        empty:
          figures.people === 0
            ? { title: t('home.contact.noPeopleTitle'), text: t('home.contact.noPeople'), action: null }
            : { title: t('home.contact.allTrainedTitle'), text: t('home.contact.allTrained'), action: null },
        more: [
          ...(figures.untrained > untrained.length ? [allUntrained(figures, t)] : []),
          { href: '/sessions', label: t('home.contact.enrol') },
        ],
      },
      {
        id: 'places',
        title: t('home.contact.places'),
        cards: places.map((place) => placeCard(place, reader)),
        empty: {
          title: t('home.contact.noPlacesTitle'),
          text: t('home.contact.noPlaces'),
          action: { href: '/sessions', label: t('home.contact.find') },
        },
        more: [],
      },
      {
        id: 'allotments',
        title: t('home.contact.allotments'),
        cards: allotments.map((allotment) => allotmentCard(allotment, reader)),
        empty: {
          title: t('home.contact.noAllotmentTitle'),
          text: t('home.contact.noAllotment'),
          action: null,
        },
        more: [],
      },
    ],
  };
}

function leadOf({ people, untrained }: PeopleFigures, t: Translate): string {
  if (people === 0) return t('home.contact.noPeopleTitle');
  return untrained === 0 ? t('home.contact.leadNone') : t('home.contact.lead', { count: untrained });
}

const allUntrained = ({ untrained }: PeopleFigures, t: Translate) => ({
  href: listAddress('/professionals', { training: 'none' }),
  label: t('home.contact.allUntrained', { count: untrained }),
});

function untrainedCard(person: UntrainedRow, { locale }: Reader): HomeCard {
  const work = locale === 'nl' ? person.function_nl : person.function_en;
  return {
    title: person.name,
    href: listAddress('/professionals', { q: person.name }),
    badge: null,
    lines: [work, person.organisation_name],
    actions: [],
  };
}

function placeCard(place: ComingPlaceRow, { t, locale }: Reader): HomeCard {
  return {
    title: place.professional_name,
    href: `/sessions/${place.session_id}/participants`,
    badge: {
      kind: place.status === 'confirmed' ? 'success' : 'warning',
      label: t(`home.place.${place.status}`),
    },
    lines: [place.course_title, formatDateRange(place.dates, locale)],
    actions: [],
  };
}

function allotmentCard({ course_title, trainings, used, is_demo }: OwnAllotmentRow, { t }: Reader): HomeCard {
  const demo = is_demo ? ` (${t('home.demo')})` : '';
  return {
    title: course_title,
    href: null,
    badge: null,
    lines: [
      `${t('home.contact.allotmentLeft', { left: Math.max(0, trainings - used), count: trainings })}${demo}`,
    ],
    actions: [],
  };
}
