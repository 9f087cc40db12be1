import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { MessageKey } from '../messages.js';
import type { Locale } from '../shared/locale.js';
import type { HomeCard, Overview, Reader } from './overview.pages.js';
import type { OwnCertificateRow, OwnPartRow, OwnWaitRow } from './professional-home.queries.js';

/** The reader's next training, and the certificates so far and on their way. */
export function professionalHome(
  parts: readonly OwnPartRow[],
  own: { readonly certificates: readonly OwnCertificateRow[]; readonly waits: readonly OwnWaitRow[] },
  reader: Reader,
): Overview {
  const { t } = reader;
  const enrolments = new Map<string, OwnPartRow[]>();
  for (const part of parts)
    enrolments.set(part.enrolment_id, [...(enrolments.get(part.enrolment_id) ?? []), part]);
  const coming = [...enrolments.values()];
  return {
    lead: t(leadOf(coming)),
    figures: [],
    sections: [
      {
        id: 'coming',
        title: t('home.professional.coming'),
        cards: coming.map((place) => trainingCard(place, reader)),
        empty: {
          title: t('home.professional.noneTitle'),
          text: t('home.professional.none'),
          action: { href: '/sessions', label: t('home.professional.find') },
        },
        more: coming.length > 0 ? [{ href: '/sessions', label: t('home.professional.find') }] : [],
      },
      {
        id: 'certificates',
        title: t('home.professional.certificates'),
        cards: [
          ...own.waits.map((wait) => waitCard(wait, reader)),
          ...own.certificates.map((certificate) => certificateCard(certificate, reader)),
        ],
        empty: {
          title: t('home.professional.noCertificatesTitle'),
          text: t('home.professional.noCertificates'),
          action: null,
        },
        more: [],
      },
    ],
  };
}

function leadOf(coming: readonly (readonly OwnPartRow[])[]): MessageKey {
  if (coming.length === 0) return 'home.professional.leadNone';
  const seated = coming.some(([part]) => part?.status === 'confirmed');
  return seated ? 'home.professional.lead' : 'home.professional.leadWaiting';
}

function trainingCard(parts: readonly OwnPartRow[], { t, locale }: Reader): HomeCard {
  const { enrolment_id, session_id, course_title, status } = parts[0]!;
  const calendar = {
    href: `/enrolments/${enrolment_id}/calendar.ics`,
    label: t('home.professional.calendar'),
  };
  return {
    title: course_title,
    href: `/sessions/${session_id}`,
    badge: { kind: status === 'confirmed' ? 'success' : 'warning', label: t(`home.place.${status}`) },
    lines: linesOf(parts, locale, t),
    actions: status === 'confirmed' ? [calendar] : [],
  };
}

/** When and where; a place that several parts share is named once, after them. */
function linesOf(parts: readonly OwnPartRow[], locale: Locale, t: Translate): string[] {
  return parts.flatMap((part, index) => {
    const place = part.place ?? t('home.place.online');
    const next = parts[index + 1];
    return next?.place === part.place ? [momentOf(part, locale)] : [momentOf(part, locale), place];
  });
}

const momentOf = ({ local_date, start_time, end_time }: OwnPartRow, locale: Locale) =>
  `${formatDate(local_date, locale, 'weekday')}, ${formatTimeRange(start_time, end_time)}`;

/** Of what was followed, with where to find the day that is still asked. */
function waitCard({ session_id, course_title }: OwnWaitRow, { t }: Reader): HomeCard {
  return {
    title: course_title,
    href: `/sessions/${session_id}`,
    badge: { kind: 'warning', label: t('home.professional.waits') },
    lines: [t('home.professional.waitsFor')],
    actions: [{ href: '/sessions?level=follow-up', label: t('home.professional.findFollowUp') }],
  };
}

function certificateCard(certificate: OwnCertificateRow, { t, locale }: Reader): HomeCard {
  const { number, course_title, issued_on, valid_until, has_file } = certificate;
  return {
    title: course_title,
    href: null,
    badge: null,
    lines: [
      t('home.professional.issued', { date: formatDate(issued_on, locale, 'long') }),
      ...(valid_until
        ? [t('home.professional.valid', { date: formatDate(valid_until, locale, 'long') })]
        : []),
    ],
    actions: has_file
      ? [{ href: `/certificates/${number}/pdf`, label: t('home.professional.download') }]
      : [{ href: '/certificates', label: t('home.professional.seeCertificates') }],
  };
}
