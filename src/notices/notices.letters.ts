import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { NoticeFact } from './notice-facts.queries.js';
import type { NoticeKind } from './notices.rules.js';

/** Facts that ask the same deed of the same person. */
export type Notice = readonly [NoticeFact, ...NoticeFact[]];

/** Where a notice is dealt with, by the id of its subject. */
const pageOf: Readonly<Record<NoticeKind, (subjectId: string) => string>> = {
  sessionUndecided: (id) => `/sessions/${id}`,
  offerUntaken: (id) => `/sessions/${id}/participants`,
  approvalWaiting: (id) => `/sessions/${id}/participants?status=requested`,
  reservedUnused: (id) => `/sessions/${id}`,
  entryLevelMissing: (id) => `/sessions/${id}/participants`,
};

/** One thing that waits for the reader: what, what happens when nothing is done, and where it is done. */
export function noticeLetter(notice: Notice, publicUrl: string, t: Translate): Letter {
  const [{ kind, name, subjectId }] = notice;
  const people = peopleOf(notice);
  return {
    subject: subjectOf(notice, t),
    greeting: t('access.letter.greeting', { name }),
    paragraphs: textsOf(notice, t),
    details: people === '' ? [] : [{ label: t('notices.letter.people'), value: people }],
    action: { label: t(`notices.${kind}.action`), url: publicUrl + pageOf[kind](subjectId) },
    closing: [t('notices.letter.choice')],
  };
}

/** All that is new to one person on one day. */
export function dailyLetter(
  notices: readonly [Notice, ...Notice[]],
  publicUrl: string,
  t: Translate,
): Letter {
  const [[{ name }]] = notices;
  return {
    subject: t('notices.daily.subject', { count: notices.length }),
    greeting: t('access.letter.greeting', { name }),
    paragraphs: [
      t('notices.daily.text', { count: notices.length }),
      ...notices.map((notice) => paragraphOf(notice, publicUrl, t)),
    ],
    details: [],
    action: { label: t('notices.daily.action'), url: `${publicUrl}/` },
    closing: [t('notices.letter.choice')],
  };
}

function paragraphOf(notice: Notice, publicUrl: string, t: Translate): string {
  const [{ kind, subjectId }] = notice;
  const people = peopleOf(notice);
  return [
    ...textsOf(notice, t),
    ...(people === '' ? [] : [`${t('notices.letter.people')}: ${people}.`]),
    `${t(`notices.${kind}.action`)}: ${publicUrl}${pageOf[kind](subjectId)}`,
  ].join(' ');
}

const subjectOf = (notice: Notice, t: Translate) => t(`notices.${notice[0].kind}.subject`, about(notice));

const textsOf = (notice: Notice, t: Translate) => [
  t(`notices.${notice[0].kind}.text`, about(notice)),
  t(`notices.${notice[0].kind}.otherwise`, about(notice)),
];

function about(notice: Notice) {
  const [{ course, dates, moment, locale, figures }] = notice;
  return {
    ...{ course, dates: formatDateRange(dates, locale) },
    ...{ moment: formatDate(moment, locale, 'weekday'), count: notice.length },
    ...figures,
  };
}

const peopleOf = (notice: Notice) =>
  notice.flatMap(({ person }) => (person === null ? [] : [person])).join(', ');
