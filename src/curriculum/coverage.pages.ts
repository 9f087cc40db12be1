import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Paged } from '../platform/database/paged.js';
import { type Cell, type CellValue, dateCell, textCell } from '../platform/files/cell.js';
import { formatDate, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldSpec } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { Choice, CoverageFigures, CoverageGroupRow, CoverageRow } from './coverage.queries.js';
import { coverageGroups, coverageShows, type CoverageState } from './coverage.rules.js';
import { functionName } from './curriculum.pages.js';
import type { FunctionChoice } from './curriculum.queries.js';

export const PER_PAGE = 50;
const chosenId = z.uuid().nullable().catch(null);
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What the figures take from their address. */
export const figuresQuery = z.object({
  by: z.enum(coverageGroups).catch('municipality'),
  municipality: chosenId,
  page,
});
export type FiguresQuery = z.output<typeof figuresQuery>;

/** What the list of people takes from its address, its downloads and the invitation too. */
export const peopleQuery = z.object({
  show: z.enum(coverageShows).catch('lacking'),
  municipality: chosenId,
  function: chosenId,
  organisation: chosenId,
  q: optionalText(100).catch(null),
  page,
});
export type PeopleQuery = z.output<typeof peopleQuery>;

export interface CoverageChoices {
  readonly municipalities: readonly Choice[];
  readonly functions: readonly FunctionChoice[];
  readonly organisations: readonly Choice[];
}

interface Reader {
  readonly role: Actor['role'];
  readonly locale: Locale;
}

/** The filter that a list of people shows, as queries take it. */
export const filterOf = ({ show, municipality, function: functionId, organisation, q }: PeopleQuery) => ({
  ...{ show, municipalityId: municipality, functionId, organisationId: organisation, q },
});

/** The filter as an address holds it; the page is left out, and what most lists show too. */
export const addressed = ({ page: _page, show, ...filter }: PeopleQuery) => ({
  ...{ show: show === 'lacking' ? null : show, ...filter },
});

/** The model of `curriculum/coverage`. */
export function coveragePage(
  found: Paged<CoverageGroupRow> & { readonly sum: CoverageFigures },
  { page: number, by, municipality }: FiguresQuery,
  { municipalities }: Pick<CoverageChoices, 'municipalities'>,
  { role, locale }: Reader,
  t: Translate,
) {
  const filter = { by: by === 'municipality' ? null : by, municipality };
  return {
    ownOnly: role === 'contact',
    filters: [
      ...fields(
        [
          {
            ...{ name: 'by', kind: 'select', label: 'coverage.by', required: true },
            options: coverageGroups.map((group) => ({ value: group, label: t(`coverage.group.${group}`) })),
          },
        ],
        { by },
        t,
      ).map(withoutEmpty),
      ...(role === 'contact'
        ? []
        : fields(
            [choice('municipality', municipalities, 'grants.filter.allMunicipalities')],
            { municipality },
            t,
          )),
    ],
    group: t(`coverage.group.${by}`),
    rows: found.rows.map((row) => ({
      name: locale === 'nl' ? row.nl : row.en,
      ...{ under: row.municipality, href: peopleOf(by, row.id, municipality), ...figuresOf(row) },
    })),
    sum: figuresOf(found.sum),
    pagination: pagination(found.total, number, PER_PAGE, (other) =>
      listAddress('/coverage', { ...filter, page: other }),
    ),
    peopleHref: listAddress('/coverage/people', { municipality }),
  };
}

/** The figures of a row with the share that is up to date, in whole percents rounded down: 100 is everyone. */
function figuresOf({ people, never, expired, expiring, covered }: CoverageFigures) {
  const valid = covered + expiring;
  return {
    people,
    never,
    expired,
    expiring,
    valid,
    share: people === 0 ? 0 : Math.floor((valid * 100) / people),
  };
}

/** Where the people of a row stand; a contact has no list of its own. */
function peopleOf(by: FiguresQuery['by'], id: string, municipality: string | null): string | null {
  return by === 'contact' ? null : listAddress('/coverage/people', { municipality, [by]: id });
}

const badgeOf: Readonly<Record<CoverageState, 'success' | 'warning' | 'error'>> = {
  ...{ never: 'error', expired: 'error', expiring: 'warning', covered: 'success' },
};

/** The model of `curriculum/people`. */
export function coveragePeoplePage(
  { rows, total }: Paged<CoverageRow>,
  query: PeopleQuery,
  choices: CoverageChoices,
  { role, locale }: Reader,
  t: Translate,
) {
  const filter = addressed(query);
  return {
    filters: peopleFilters(query, choices, { role, locale }, t),
    people: rows.map((row) => ({
      ...{ name: row.name, organisation: row.organisation, municipality: row.municipality },
      function: functionName({ nl: row.functionNl, en: row.functionEn }, locale),
      level: t(`courses.level.${row.level}`),
      state: { kind: badgeOf[row.state], label: t(`coverage.state.${row.state}`) },
      notes: notesOf(row, locale, t),
    })),
    pagination: pagination(total, query.page, PER_PAGE, (number) =>
      listAddress('/coverage/people', { ...filter, page: number }),
    ),
    inviteHref: query.show === 'covered' ? null : listAddress('/coverage/invitation', filter),
    csvHref: listAddress('/coverage/people.csv', filter),
    xlsxHref: listAddress('/coverage/people.xlsx', filter),
  };
}

function notesOf(row: CoverageRow, locale: Locale, t: Translate): string[] {
  const until = row.validUntil && formatDate(row.validUntil, locale, 'long');
  return [
    until && t(row.state === 'expired' ? 'coverage.note.until' : 'coverage.note.validUntil', { until }),
    row.waits ? t('coverage.note.waits') : null,
    row.placeOn && t('coverage.note.place', { date: formatDate(row.placeOn, locale, 'long') }),
    row.invitedAt && t('coverage.note.invited', { at: formatInstant(row.invitedAt, locale) }),
  ].filter((note) => note !== null);
}

function peopleFilters(
  query: PeopleQuery,
  { municipalities, functions, organisations }: CoverageChoices,
  { role, locale }: Reader,
  t: Translate,
): readonly Field[] {
  const named = functions.map((row) => ({ id: row.id, name: functionName(row, locale) }));
  const show: FieldSpec = {
    ...{ name: 'show', kind: 'select', label: 'coverage.show', required: true },
    options: coverageShows.map((value) => ({ value, label: t(`coverage.state.${value}`) })),
  };
  return fields(
    [
      show,
      ...(role === 'contact'
        ? []
        : [choice('municipality', municipalities, 'grants.filter.allMunicipalities')]),
      choice('function', named, 'coverage.allFunctions'),
      choice('organisation', organisations, 'coverage.allOrganisations'),
      { name: 'q', kind: 'text', label: 'coverage.search', required: true },
    ],
    query,
    t,
  ).map((field) => (field.name === 'show' ? withoutEmpty(field) : field));
}

const fields = (specs: readonly FieldSpec[], values: Record<string, unknown>, t: Translate) =>
  buildForm(specs, values, [], t).fields;

const withoutEmpty = (field: Field): Field => ({
  ...field,
  options: field.options.filter(({ value }) => value !== ''),
});

const choice = (
  name: 'municipality' | 'function' | 'organisation',
  among: readonly Choice[],
  emptyLabel: MessageKey,
): FieldSpec => ({
  ...{ name, kind: 'select', label: `coverage.group.${name}`, required: true, emptyLabel },
  options: among.map(({ id, name: label }) => ({ value: id, label })),
});

/** The columns of a download of people. */
export function peopleColumns(t: Translate): { header: string; width: number; kind: CellValue['kind'] }[] {
  const column = (key: MessageKey, width: number, kind: CellValue['kind'] = 'text') => ({
    ...{ header: t(key), width, kind },
  });
  return [
    column('coverage.name', 28),
    column('coverage.email', 34),
    column('coverage.group.municipality', 20),
    column('coverage.group.organisation', 34),
    column('coverage.group.contact', 26),
    column('coverage.group.function', 24),
    column('coverage.level', 16),
    column('coverage.show', 24),
    column('coverage.until', 16, 'date'),
    column('coverage.placeOn', 16, 'date'),
  ];
}

/** One person in a download, in the order of the columns. */
export function peopleCells(row: CoverageRow, locale: Locale, t: Translate): Cell[] {
  return [
    ...[
      ...[row.name, row.email, row.municipality, row.organisation, row.contactName],
      functionName({ nl: row.functionNl, en: row.functionEn }, locale),
      ...[t(`courses.level.${row.level}`), t(`coverage.state.${row.state}`)],
    ].map(textCell),
    dateCell(row.validUntil),
    dateCell(row.placeOn),
  ];
}
