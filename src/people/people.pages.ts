import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldSpec } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Locale } from '../shared/locale.js';
import type { Paged } from '../platform/database/paged.js';
import type { OrganisationRow, ProfessionalRow } from './people.queries.js';
import type { FunctionRow, MunicipalityRow } from './region.queries.js';

export const PEOPLE_PER_PAGE = 50;

const idFilter = z.uuid().optional().catch(undefined);

/** The address of both lists; what does not make sense in it counts as not filled in. */
export const peopleQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  municipality: idFilter,
  organisation: idFilter,
  function: idFilter,
  training: z.literal('none').optional().catch(undefined),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

export interface Choices {
  readonly municipalities: readonly MunicipalityRow[];
  readonly organisations: readonly OrganisationRow[];
  readonly functions: readonly FunctionRow[];
}

/** Who reads: a contact has one municipality and need not choose it. */
export interface Reader {
  readonly ownOnly: boolean;
  readonly locale: Locale;
}

/** A page without rows, in words: why, and what to do. */
export interface EmptyState {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly href: string; readonly label: string } | null;
}

export function professionalsPage(
  { rows, total }: Paged<ProfessionalRow>,
  query: PeopleQuery,
  choices: Choices,
  reader: Reader,
  t: Translate,
) {
  const found = listAddress('', { ...query, page: null }) !== '';
  return {
    intro: t(reader.ownOnly ? 'people.professionals.introOwn' : 'people.professionals.intro'),
    filters: filterFields(query, choices, reader, t),
    downloadHref: rows.length === 0 ? null : listAddress('/professionals.csv', { ...query, page: null }),
    rows: rows.map((row) => ({
      name: row.name,
      email: row.email,
      messagesHref: listAddress('/messages', { professional: row.id }),
      municipality: row.municipality_name,
      organisation: row.organisation_name,
      function: reader.locale === 'nl' ? row.function_nl : row.function_en,
    })),
    pagination: pagination(total, query.page, PEOPLE_PER_PAGE, (page) =>
      listAddress('/professionals', { ...query, page }),
    ),
    empty: found
      ? {
          title: t('people.professionals.noneFoundTitle'),
          text: t('people.professionals.noneFound'),
          action: { href: '/professionals', label: t('people.professionals.clear') },
        }
      : {
          title: t('people.professionals.noneTitle'),
          text: t(reader.ownOnly ? 'people.professionals.noneOwn' : 'people.professionals.none'),
          action: reader.ownOnly
            ? { href: '/professionals/new', label: t('people.professionals.new') }
            : toImports(t),
        },
  };
}

export function organisationsPage(
  { rows, total }: Paged<OrganisationRow>,
  query: PeopleQuery,
  municipalities: readonly MunicipalityRow[],
  reader: Reader & { readonly today: string },
  t: Translate,
) {
  const found = query.q !== null || query.municipality !== undefined;
  const choices = { municipalities, organisations: [], functions: [] };
  return {
    intro: t(reader.ownOnly ? 'people.organisations.introOwn' : 'people.organisations.intro'),
    filters: [
      searchField('people.filter.qOrganisation', query, t),
      ...(reader.ownOnly ? [] : [municipalityField(query, choices, t)]),
    ],
    rows: rows.map((row) => ({
      name: row.name,
      municipality: row.municipality_name,
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      professionals: row.professionals,
      professionalsHref: listAddress('/professionals', { organisation: row.id }),
      reviewOn: formatDate(row.review_on, reader.locale, 'long'),
      overdue: row.review_on <= reader.today ? t('people.organisations.overdue') : null,
    })),
    pagination: pagination(total, query.page, PEOPLE_PER_PAGE, (page) =>
      listAddress('/organisations', { q: query.q, municipality: query.municipality, page }),
    ),
    empty: found
      ? {
          title: t('people.organisations.noneFoundTitle'),
          text: t('people.professionals.noneFound'),
          action: { href: '/organisations', label: t('people.organisations.clear') },
        }
      : noOrganisations(reader, t),
  };
}

/** What to do when there is no organisation yet. */
export function noOrganisations({ ownOnly }: Pick<Reader, 'ownOnly'>, t: Translate): EmptyState {
  return {
    title: t('people.organisations.noneTitle'),
    text: t(ownOnly ? 'people.organisations.noneOwn' : 'people.organisations.none'),
    action: ownOnly ? null : toImports(t),
  };
}

/** Where a coordinator brings lists in. */
export const toImports = (t: Translate) => ({ href: '/imports', label: t('people.toImports') });

function filterFields(query: PeopleQuery, choices: Choices, reader: Reader, t: Translate): Field[] {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return [
    searchField('people.filter.q', query, t),
    ...(reader.ownOnly ? [] : [municipalityField(query, choices, t)]),
    selectField(
      { name: 'organisation', label: 'people.filter.organisation', options: named(choices.organisations) },
      'people.filter.allOrganisations',
      query,
      t,
    ),
    selectField(
      { name: 'function', label: 'people.filter.function', options: functionOptions(choices, reader.locale) },
      'people.filter.allFunctions',
      query,
      t,
    ),
    selectField(
      {
        name: 'training',
        label: 'people.filter.training',
        options: [{ value: 'none', label: t('people.filter.withoutTraining') }],
      },
      'people.filter.anyTraining',
      query,
      t,
    ),
  ];
}

/** The functions to choose from, in the reader's language. */
export function functionOptions({ functions }: Pick<Choices, 'functions'>, locale: Locale) {
  return functions.map((row) => ({ value: row.id, label: locale === 'nl' ? row.name_nl : row.name_en }));
}

function municipalityField(query: PeopleQuery, { municipalities }: Choices, t: Translate): Field {
  const options = municipalities.map(({ id, name }) => ({ value: id, label: name }));
  const spec = { name: 'municipality', label: 'people.filter.municipality', options } as const;
  return selectField(spec, 'people.filter.allMunicipalities', query, t);
}

function searchField(label: MessageKey, query: PeopleQuery, t: Translate): Field {
  return buildForm([{ name: 'q', kind: 'text', label }], { q: query.q ?? '' }, [], t).fields[0]!;
}

/** A select whose empty choice says what it means. */
function selectField(
  spec: Pick<FieldSpec, 'label' | 'options'> & {
    readonly name: 'municipality' | 'organisation' | 'function' | 'training';
  },
  everything: MessageKey,
  query: PeopleQuery,
  t: Translate,
): Field {
  const values = { [spec.name]: query[spec.name] ?? '' };
  const field = buildForm([{ ...spec, kind: 'select' }], values, [], t).fields[0]!;
  const options = field.options.map((option) =>
    option.value === '' ? { ...option, label: t(everything) } : option,
  );
  return { ...field, options };
}
