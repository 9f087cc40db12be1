import { z } from 'zod';
import { type Cell, type CellValue, integerCell, textCell } from '../platform/files/cell.js';
import { formatDate, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { pageQuery, PER_PAGE } from './interests.pages.js';
import type { PolledRow, PollRow } from './needs-poll.queries.js';
import { takesAnswers } from './needs-poll.rules.js';
import { answerAddress } from './poll-answer.pages.js';

export const pollQuery = z.object({
  answered: z.enum(['yes', 'no']).optional().catch(undefined),
  page: pageQuery,
});
export type PollQuery = z.output<typeof pollQuery>;

interface Reader {
  readonly role: Role | 'system';
  readonly locale: Locale;
  readonly now: Date;
}

/** The model of `demand/polls`. */
export function pollsPage({ rows, total }: Paged<PollRow>, page: number, reader: Reader, t: Translate) {
  const asks = reader.role === 'coordinator';
  return {
    asks,
    polls: rows.map((poll) => ({
      title: poll.title,
      href: `/needs-polls/${poll.id}`,
      status: statusOf(poll, reader.now, t),
      closes: formatDate(poll.closesOn, reader.locale, 'long'),
      answered: answeredInWords(poll, t),
    })),
    pagination: pagination(total, page, PER_PAGE, (number) => listAddress('/needs-polls', { page: number })),
    empty: {
      title: t('demand.polls.emptyTitle'),
      text: t(asks ? 'demand.polls.emptyText' : 'demand.polls.emptyTextOthers'),
      action: asks ? { href: '/needs-polls/new', label: t('demand.polls.new') } : null,
    },
  };
}

/** The model of `demand/poll`: who answered and who did not. */
export function pollPage(
  poll: PollRow,
  { rows, total }: Paged<PolledRow>,
  { answered, page }: PollQuery,
  reader: Reader,
  t: Translate,
) {
  const { locale } = reader;
  const at = `/needs-polls/${poll.id}`;
  return {
    action: at,
    status: statusOf(poll, reader.now, t),
    answered: answeredInWords(poll, t),
    facts: [
      { label: t('demand.poll.courses'), value: poll.courses.map(({ name }) => name).join(', ') },
      { label: t('demand.poll.sentAt'), value: formatInstant(poll.sentAt, locale) },
      { label: t('demand.poll.closesOn'), value: formatDate(poll.closesOn, locale, 'long') },
      {
        label: t('demand.poll.reminder'),
        value: poll.remindAt ? formatInstant(poll.remindAt, locale) : t('demand.poll.noReminder'),
      },
      { label: t('demand.poll.countsUntil'), value: formatDate(poll.countsUntil, locale, 'long') },
    ],
    filters: buildForm(
      [
        {
          ...{ name: 'answered', kind: 'select', label: 'demand.poll.show', required: true },
          options: (['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`demand.poll.answered.${value}`),
          })),
          emptyLabel: 'demand.poll.showAll',
        },
      ],
      { answered: answered ?? '' },
      [],
      t,
    ).fields,
    organisations: rows.map((row) => ({
      name: row.organisation,
      contact: row.contactName,
      municipality: row.municipality,
      answer: row.answeredAt
        ? { kind: 'success', label: t('demand.poll.answered.yes') }
        : { kind: 'warning', label: t('demand.poll.answered.no') },
      when: whenOf(row, locale, t),
      people: row.people === null ? '' : String(row.people),
      answerFor:
        reader.role === 'coordinator' && takesAnswers(poll, reader.now)
          ? {
              href: answerAddress({ pollId: poll.id, organisationId: row.organisationId }),
              label: t(row.answeredAt ? 'demand.poll.answer.changeLink' : 'demand.poll.answer.fillIn'),
            }
          : null,
    })),
    pagination: pagination(total, page, PER_PAGE, (number) => listAddress(at, { answered, page: number })),
    csvHref: listAddress(`${at}/organisations.csv`, { answered }),
    demandHref: '/demand',
  };
}

/** The columns of the download of who answered. */
export function polledColumns(t: Translate): { header: string; kind: CellValue['kind'] }[] {
  return [
    { header: t('demand.poll.organisation'), kind: 'text' },
    { header: t('demand.overview.municipality'), kind: 'text' },
    { header: t('demand.poll.contact'), kind: 'text' },
    { header: t('demand.poll.show'), kind: 'text' },
    { header: t('demand.poll.people'), kind: 'integer' },
  ];
}

export function polledCells(row: PolledRow, t: Translate): Cell[] {
  return [
    textCell(row.organisation),
    textCell(row.municipality),
    textCell(row.contactName),
    textCell(t(`demand.poll.answered.${row.answeredAt ? 'yes' : 'no'}`)),
    integerCell(row.people),
  ];
}

function statusOf(poll: PollRow, now: Date, t: Translate) {
  return takesAnswers(poll, now)
    ? { kind: 'success', label: t('demand.poll.open') }
    : { kind: 'neutral', label: t('demand.poll.closed') };
}

const answeredInWords = ({ asked, answered }: PollRow, t: Translate): string =>
  t('demand.poll.answeredOf', { answered, count: asked });

function whenOf({ answeredAt, remindedAt }: PolledRow, locale: Locale, t: Translate): string {
  if (answeredAt) return formatInstant(answeredAt, locale);
  return remindedAt ? t('demand.poll.reminded', { at: formatInstant(remindedAt, locale) }) : '';
}
