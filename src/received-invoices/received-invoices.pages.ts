import { z } from 'zod';
import { pageQuery } from '../grants/filters.pages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { receivedStates, type ReceivedState } from './received-document.rules.js';
import type { ReceivedRow } from './received-invoice.queries.js';
import type { ListFault } from './received-list.js';

export const RECEIVED_PER_PAGE = 50;
const ADDRESS = '/received-invoices';
const MOST_FAULTS = 20;

/** Which received invoices are shown, as the address holds it. */
export const receivedQuery = z.object({
  state: z.enum(receivedStates).catch('waiting'),
  page: pageQuery,
});

const fileSpec: FieldSpec = {
  name: 'file',
  kind: 'file',
  label: 'received.file',
  description: 'received.fileHint',
  required: true,
};

/** The model of `received-invoices/list`. */
export function receivedPage(
  found: {
    readonly items: readonly ReceivedRow[];
    readonly counts: Readonly<Record<ReceivedState, number>>;
  },
  { state, page }: z.infer<typeof receivedQuery>,
  reader: { readonly receives: boolean; readonly issues: readonly FieldIssue[] },
  t: Translate,
) {
  return {
    form: reader.receives ? buildForm([fileSpec], {}, reader.issues, t) : null,
    states: receivedStates.map((each) => ({
      href: listAddress(ADDRESS, { state: each === 'waiting' ? undefined : each }),
      label: t(`received.state.${each}`, { count: found.counts[each] }),
      current: each === state,
    })),
    caption: t(`received.caption.${state}`),
    emptyTitle: t(`received.empty.${state}`),
    emptyText: t(reader.receives ? 'received.empty.text' : 'received.empty.textAsk'),
    invoices: found.items.map((row) => ({
      href: `${ADDRESS}/${row.id}`,
      number: row.invoiceNumber,
      kind: t(`received.kind.${row.kind}`),
      supplier: row.supplier,
      on: row.invoiceDate,
      receivedAt: row.receivedAt,
      amount: { cents: row.kind === 'invoice' ? row.amountCents : -row.amountCents, isDemo: false },
    })),
    pagination: pagination(found.counts[state], page, RECEIVED_PER_PAGE, (number) =>
      listAddress(ADDRESS, { state: state === 'waiting' ? undefined : state, page: number }),
    ),
  };
}

/** What is wrong in a list, said at the field of the file: the first twenty, and how many more. */
export function issuesOfList(faults: readonly ListFault[], t: Translate): FieldIssue[] {
  const shown = faults.slice(0, MOST_FAULTS).map(({ line, column, issue }) => {
    const { message } = validationMessages([issue], t)[0]!;
    const key = column === null ? 'received.list.atLine' : 'received.list.atColumn';
    return { path: 'file', message: t(key, { line, column: column ?? '', message }) };
  });
  const more = faults.length - shown.length;
  return more === 0 ? shown : [...shown, { path: 'file', message: t('received.list.more', { count: more }) }];
}
