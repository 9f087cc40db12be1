import { z } from 'zod';
import { type Cell, type CellValue, integerCell, textCell } from '../platform/files/cell.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { demandOrders } from './demand-order.rules.js';
import type { Choice, DemandRow, DemandSum, FunctionChoice } from './demand.queries.js';
import { pageQuery, PER_PAGE } from './interests.pages.js';

const chosenId = z.uuid().optional().catch(undefined);

/** The filters of the demand as the address holds them. */
export const demandQuery = z.object({
  course: chosenId,
  municipality: chosenId,
  function: chosenId,
  order: z.enum(demandOrders).catch('-demand'),
  page: pageQuery,
});
export type DemandQuery = z.output<typeof demandQuery>;

interface Choices {
  readonly courses: readonly Choice[];
  readonly municipalities: readonly Choice[];
  readonly functions: readonly FunctionChoice[];
}

/** The model of `demand/overview`. */
export function demandPage(
  { rows, total }: Paged<DemandRow>,
  sum: DemandSum,
  { page, ...filter }: DemandQuery,
  choices: Choices,
  reader: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
) {
  const filtered = filter.course ?? filter.municipality ?? filter.function;
  return {
    ownOnly: reader.role === 'contact',
    filters: filterFields(filter, choices, reader, t),
    rows: rows.map((row) => ({
      course: row.courseTitle,
      courseHref: `/demand/courses/${row.courseId}`,
      municipality: row.municipality,
      function: functionName(row, reader.locale),
      ...figuresOf(row, t),
    })),
    sum,
    pagination: pagination(total, page, PER_PAGE, (number) =>
      listAddress('/demand', { ...filter, page: number }),
    ),
    csvHref: listAddress('/demand.csv', filter),
    xlsxHref: listAddress('/demand.xlsx', filter),
    empty: filtered
      ? {
          title: t('demand.overview.notFoundTitle'),
          text: t('demand.overview.notFoundText'),
          action: { href: '/demand', label: t('demand.overview.clear') },
        }
      : {
          title: t('demand.overview.emptyTitle'),
          text: t('demand.overview.emptyText'),
          action: { href: '/needs-polls', label: t('demand.polls.title') },
        },
  };
}

/** The numbers of a row as the tables show them; the allotment in words where there is none, and marked where it is invented. */
export function figuresOf(
  row: Pick<DemandRow, 'waiting' | 'interested' | 'polled' | 'demand' | 'allotmentLeft' | 'allotmentIsDemo'>,
  t: Translate,
) {
  const { waiting, interested, polled, demand, allotmentLeft, allotmentIsDemo } = row;
  return {
    ...{ waiting, interested, polled, demand },
    left: allotmentLeft === null ? t('demand.overview.noAllotment') : String(allotmentLeft),
    isDemo: allotmentIsDemo === true,
  };
}

export const functionName = (
  { functionNl, functionEn }: Pick<DemandRow, 'functionNl' | 'functionEn'>,
  locale: Locale,
): string => (locale === 'nl' ? functionNl : functionEn);

/** The columns of a download. */
export function demandColumns(t: Translate): { header: string; width: number; kind: CellValue['kind'] }[] {
  return [
    { header: t('demand.overview.course'), width: 40, kind: 'text' },
    { header: t('demand.overview.municipality'), width: 20, kind: 'text' },
    { header: t('demand.overview.function'), width: 26, kind: 'text' },
    { header: t('demand.overview.waiting'), width: 16, kind: 'integer' },
    { header: t('demand.overview.interested'), width: 16, kind: 'integer' },
    { header: t('demand.overview.polled'), width: 16, kind: 'integer' },
    { header: t('demand.overview.demand'), width: 12, kind: 'integer' },
    { header: t('demand.overview.left'), width: 24, kind: 'integer' },
    { header: t('demand.overview.demo'), width: 12, kind: 'text' },
  ];
}

/** One row of a download, in the order of the columns; the trainings left stand in every row of a course and municipality. */
export function demandCells(row: DemandRow, locale: Locale, t: Translate): Cell[] {
  return [
    textCell(row.courseTitle),
    textCell(row.municipality),
    textCell(functionName(row, locale)),
    ...[row.waiting, row.interested, row.polled, row.demand].map(integerCell),
    integerCell(row.allotmentLeft),
    row.allotmentIsDemo ? textCell(t('grants.demo')) : null,
  ];
}

function filterFields(
  filter: Omit<DemandQuery, 'page'>,
  { courses, municipalities, functions }: Choices,
  { role, locale }: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
): readonly Field[] {
  const options = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  const select = { kind: 'select', required: true } as const;
  return buildForm(
    [
      {
        ...{ ...select, name: 'course', label: 'demand.overview.course', options: options(courses) },
        emptyLabel: 'demand.overview.allCourses',
      },
      ...(role === 'contact'
        ? []
        : [
            {
              ...{ ...select, name: 'municipality', label: 'demand.overview.municipality' as const },
              ...{ options: options(municipalities), emptyLabel: 'grants.filter.allMunicipalities' as const },
            },
          ]),
      {
        ...{ ...select, name: 'function', label: 'demand.overview.function' },
        options: functions.map(({ id, nl, en }) => ({ value: id, label: locale === 'nl' ? nl : en })),
        emptyLabel: 'demand.overview.allFunctions',
      },
      {
        ...{ ...select, name: 'order', label: 'demand.overview.order' },
        options: demandOrders.map((order) => ({ value: order, label: t(`demand.order.${order}`) })),
      },
    ],
    filter,
    [],
    t,
  ).fields.map((field) =>
    field.name === 'order' ? { ...field, options: field.options.filter(({ value }) => value !== '') } : field,
  );
}
