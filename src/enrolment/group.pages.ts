import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { ListProblem } from './group-list.js';
import { LARGEST_GROUP } from './group-list.rules.js';
import { groupOutcomes, type GroupOutcome } from './group-outcome.rules.js';
import {
  headOf,
  PAGE_SIZE,
  personOf,
  searchForm,
  type candidatesQuery,
  type Reader,
} from './roster.pages.js';
import type { CandidateRow, RosterSession } from './roster.queries.js';

const NAMED_PERSON = /^p(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** Who is ticked, each under a name of their own: `people.p0192f3a0…`, the person's id without its dashes. */
const tickedPeople = z
  .record(z.string().regex(/^p[0-9a-f]{32}$/), z.literal('on'))
  .default({})
  .transform((boxes) => Object.keys(boxes).map((name) => name.replace(NAMED_PERSON, '$1-$2-$3-$4-$5')))
  .pipe(z.array(z.uuid()).max(LARGEST_GROUP));

/** The name of the box to tick for someone. */
export const tickName = (professionalId: string): string => `people.p${professionalId.replaceAll('-', '')}`;

/** In characters. */
const LONGEST_LIST = 400_000;

/** What the first page sends: a list, or who was ticked. */
export const listForm = z.object({ pasted: z.string().max(LONGEST_LIST).default(''), people: tickedPeople });

const shownPerson = z
  .string()
  .transform((value) => {
    const [line, id, outcome] = value.split('/');
    return { line: Number(line), id, outcome };
  })
  .pipe(z.object({ line: z.int().min(1).max(100_000), id: z.uuid(), outcome: z.enum(groupOutcomes) }));

/**
 * What the page with what would happen sends: the list, who stood there and with what outcome, and who of them is
 * ticked. Without an answer to 'together' it is to be shown again.
 */
export const groupForm = z.object({
  shown: z
    .string()
    .max(LARGEST_GROUP * 100)
    .transform((value) => value.split(' ').filter(Boolean))
    .pipe(z.array(shownPerson).max(LARGEST_GROUP)),
  text: z.string().max(LONGEST_LIST).default(''),
  people: tickedPeople,
  together: z.enum(['yes', 'no']).optional(),
});

/** Everyone of a list with what would happen to them, as the page with it sends that on. */
export const shownValue = (
  people: readonly { readonly line: number; readonly id: string; readonly outcome: GroupOutcome }[],
): string => people.map(({ line, id, outcome }) => `${line}/${id}/${outcome}`).join(' ');

const problemKeys: Readonly<Record<ListProblem, MessageKey>> = {
  empty: 'group.list.empty',
  spreadsheet: 'group.list.notText',
  'not-text': 'group.list.notText',
  'not-a-workbook': 'group.list.notWorkbook',
  'old-or-locked': 'group.list.oldOrLocked',
  macros: 'group.list.macros',
  'too-large': 'group.list.tooLarge',
  damaged: 'group.list.damaged',
  'too-many-rows': 'group.list.tooManyRows',
  quotes: 'group.list.quotes',
};

/** Why a list cannot be read, at the field in which it came. */
export function listIssue(
  path: 'pasted' | 'file',
  { problem, line }: { problem: ListProblem; line: number | null },
  t: Translate,
): FieldIssue {
  return { path, message: t(problemKeys[problem], { most: LARGEST_GROUP, line: line ?? 1 }) };
}

/** The page with three ways to say who the group is. */
export function groupPage(
  session: RosterSession,
  query: z.output<typeof candidatesQuery>,
  found: { readonly total: number; readonly rows: readonly CandidateRow[] },
  sent: SentForm,
  reader: Reader,
  t: Translate,
) {
  const action = groupAddress(session.sessionId);
  const form = buildForm(
    [
      {
        name: 'pasted',
        kind: 'textarea',
        label: 'group.paste.label',
        description: 'group.paste.help',
        required: true,
      },
      {
        name: 'file',
        kind: 'file',
        label: 'group.file.label',
        description: 'group.file.help',
        required: true,
      },
    ],
    sent.values,
    sent.issues,
    t,
  );
  const [pasted, file] = form.fields;
  return {
    ...headOf(session, reader, t),
    action,
    intro: t('group.intro', { most: LARGEST_GROUP }),
    onlyOwn: reader.role === 'contact',
    ...{ pasted, file, errorSummary: form.errorSummary },
    search: searchForm(query.q, t),
    rows: found.rows.map((row) => ({
      ...personOf(row, reader.locale),
      ...{ id: row.id, email: row.email, tickName: tickName(row.id) },
    })),
    pagination: pagination(found.total, query.page, PAGE_SIZE, (number) =>
      listAddress(action, { q: query.q, page: number }),
    ),
    emptyText: t(query.q ? 'enrolment.candidates.nobodyFound' : 'enrolment.candidates.nobody'),
  };
}

export const groupAddress = (sessionId: string): string => `/sessions/${sessionId}/participants/group`;
