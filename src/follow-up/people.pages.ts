import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Paged } from '../platform/database/paged.js';
import { type Cell, type CellValue, integerCell, textCell } from '../platform/files/cell.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import type { InvitationRow } from './campaign-people.queries.js';
import type { Campaign } from './campaign.queries.js';
import { addressOf, pageNumber } from './campaigns.pages.js';
import { canHandOver, invitationStates, type InvitationState } from './follow-up.rules.js';

export const INVITATIONS_PER_PAGE = 50;

/** What the list of people takes from its address. */
export const invitationsQuery = z.object({
  page: pageNumber,
  state: z.enum(invitationStates).nullable().catch(null),
  municipality: z.uuid().nullable().catch(null),
  q: optionalText(100).catch(null),
});
export type InvitationsQuery = z.output<typeof invitationsQuery>;

const badgeOf: Readonly<Record<InvitationState, 'success' | 'warning' | 'neutral'>> = {
  ...{ planned: 'neutral', invited: 'warning', unavailable: 'neutral', declined: 'neutral' },
  ...{ left: 'neutral', cancelled: 'neutral', waiting: 'warning', enrolled: 'success', attended: 'success' },
};

/** The model of `follow-up/people`. */
export function peoplePage(
  campaign: Campaign,
  { rows, total }: Paged<InvitationRow>,
  query: InvitationsQuery,
  locale: Locale,
  t: Translate,
) {
  const at = `${addressOf(campaign)}/people`;
  const { page: number, ...filter } = query;
  return {
    action: at,
    filters: filtersOf(campaign, filter, t),
    people: rows.map((row) => ({
      ...{ name: row.name, organisation: row.organisation, municipality: row.municipality },
      state: { kind: badgeOf[row.state], label: t(`follow-up.state.${row.state}`) },
      notes: notesOf(row, locale, t),
      handOver:
        canHandOver(row.state) && row.successor === null
          ? {
              href: `${at}/${row.professionalId}/hand-over`,
              label: t(row.state === 'left' ? 'follow-up.people.handOverNow' : 'follow-up.people.handOver'),
            }
          : null,
    })),
    pagination: pagination(total, number, INVITATIONS_PER_PAGE, (other) =>
      listAddress(at, { ...filter, page: other }),
    ),
    csvHref: listAddress(`${at}.csv`, filter),
  };
}

function filtersOf({ municipalities }: Campaign, filter: Omit<InvitationsQuery, 'page'>, t: Translate) {
  const states = invitationStates.map((state) => ({ value: state, label: t(`follow-up.state.${state}`) }));
  const towns = municipalities.map((row) => ({ value: row.municipalityId, label: row.municipality }));
  const choice = (
    name: 'state' | 'municipality',
    label: MessageKey,
    options: NonNullable<FieldSpec['options']>,
  ): FieldSpec => ({
    name,
    kind: 'select',
    label,
    required: true,
    options,
    emptyLabel: 'follow-up.people.all',
  });
  return buildForm(
    [
      { name: 'q', kind: 'text', label: 'follow-up.people.search', required: true },
      choice('state', 'follow-up.people.state', states),
      ...(towns.length < 2 ? [] : [choice('municipality', 'follow-up.municipality', towns)]),
    ],
    { q: filter.q ?? '', state: filter.state ?? '', municipality: filter.municipality ?? '' },
    [],
    t,
  ).fields;
}

/** The columns of the download. */
export function peopleColumns(t: Translate): { header: string; kind: CellValue['kind'] }[] {
  const text = (['name', 'organisation'] as const).map((name) => t(`follow-up.people.${name}`));
  const more = (['state', 'wave', 'invitedAt', 'remindedAt', 'insteadOf', 'successor'] as const).map((name) =>
    t(`follow-up.people.${name}`),
  );
  return [...text, t('follow-up.municipality'), ...more].map((header) => ({ header, kind: 'text' }));
}

export function peopleCells(row: InvitationRow, locale: Locale, t: Translate): Cell[] {
  const moment = (instant: Date | null) => textCell(instant && formatInstant(instant, locale));
  return [
    ...[row.name, row.organisation, row.municipality, t(`follow-up.state.${row.state}`)].map(textCell),
    integerCell(row.wave),
    ...[row.invitedAt, row.remindedAt].map(moment),
    ...[row.insteadOf, row.successor].map(textCell),
  ];
}

function notesOf(row: InvitationRow, locale: Locale, t: Translate): string[] {
  const at = (instant: Date) => ({ at: formatInstant(instant, locale) });
  return [
    row.state === 'planned' && row.dueAt ? t('follow-up.people.comes', at(row.dueAt)) : null,
    row.state === 'planned' && !row.dueAt ? t('follow-up.people.noTurn') : null,
    row.state === 'invited' && row.invitedAt ? t('follow-up.people.since', at(row.invitedAt)) : null,
    row.remindedAt ? t('follow-up.people.reminded', at(row.remindedAt)) : null,
    row.insteadOf === null ? null : t('follow-up.people.instead', { name: row.insteadOf }),
    row.successor === null ? null : t('follow-up.people.succeeded', { name: row.successor }),
  ].filter((note) => note !== null);
}
