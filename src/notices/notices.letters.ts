import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { NoticeFact } from './notice-facts.queries.js';
import type { NoticeKind } from './notices.rules.js';

/** Facts that ask the same deed of the same person. */
export type Notice = readonly [NoticeFact, ...NoticeFact[]];

/** Where a notice is dealt with. */
const pageOf: Readonly<Record<NoticeKind, (of: NoticeFact) => string>> = {
  sessionUndecided: ({ subjectId }) => `/sessions/${subjectId}`,
  offerUntaken: ({ subjectId }) => `/sessions/${subjectId}/participants`,
  sessionUnclosed: ({ subjectId }) => `/sessions/${subjectId}/attendance`,
  sessionToClose: ({ subjectId }) => `/sessions/${subjectId}/attendance`,
  mailReturned: () => '/messages?status=returned',
  approvalWaiting: ({ subjectId }) => `/sessions/${subjectId}/participants?status=requested`,
  reservedUnused: ({ subjectId }) => `/sessions/${subjectId}`,
  entryLevelMissing: ({ subjectId }) => `/sessions/${subjectId}/participants`,
  invoiceMissing: ({ subjectId }) => `/commitments/${subjectId}/invoice`,
  budgetNearlySpent: ({ figures }) => `/budget?year=${figures['year']}`,
  budgetLeftOver: ({ figures }) => `/budget/forecast?year=${figures['year']}`,
  accountabilityDue: ({ figures }) => `/accountability/${figures['year']}`,
};

/** One thing that waits for the reader: what, what happens when nothing is done, and where it is done. */
export function noticeLetter(notice: Notice, publicUrl: string, t: Translate): Letter {
  const [{ kind, name }] = notice;
  const people = peopleOf(notice);
  return {
    subject: subjectOf(notice, t),
    greeting: t('access.letter.greeting', { name }),
    paragraphs: textsOf(notice, t),
    details: people === '' ? [] : [{ label: t('notices.letter.people'), value: people }],
    action: { label: t(`notices.${kind}.action`), url: publicUrl + pageOf[kind](notice[0]) },
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
  const [{ kind }] = notice;
  const people = peopleOf(notice);
  return [
    ...textsOf(notice, t),
    ...(people === '' ? [] : [`${t('notices.letter.people')}: ${people}.`]),
    `${t(`notices.${kind}.action`)}: ${publicUrl}${pageOf[kind](notice[0])}`,
  ].join(' ');
}

const subjectOf = (notice: Notice, t: Translate) => t(`notices.${notice[0].kind}.subject`, about(notice));

const textsOf = (notice: Notice, t: Translate) => [
  t(`notices.${notice[0].kind}.text`, about(notice)),
  t(`notices.${notice[0].kind}.otherwise`, about(notice)),
];

function about(notice: Notice) {
  const [{ title, dates, moment, locale, figures }] = notice;
  return {
    ...{ title, dates: formatDateRange(dates, locale) },
    ...{ moment: formatDate(moment, locale, 'weekday'), count: notice.length },
    ...figures,
  };
}

const peopleOf = (notice: Notice) =>
  notice.flatMap(({ person }) => (person === null ? [] : [person])).join(', ');
