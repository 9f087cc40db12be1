import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { Locale } from '../shared/locale.js';
import type { CommentRow } from './comment.queries.js';
import { inLocale, removalReasons } from './question.rules.js';

export const COMMENTS_PER_PAGE = 50;

export const commentsQuery = z.object({
  course: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type CommentsQuery = z.output<typeof commentsQuery>;

export const removalForm = z.object({ reason: z.enum(removalReasons) });

/** The model of `evaluation/comments`. */
export function commentsPage(
  { rows, total }: Paged<CommentRow>,
  { course, page }: CommentsQuery,
  locale: Locale,
  t: Translate,
) {
  return {
    comments: rows.map((row) => ({ ...commentOf(row, locale, t), removeHref: removalAddress(row.id) })),
    pagination: pagination(total, page, COMMENTS_PER_PAGE, (number) =>
      listAddress('/evaluations/comments', { course, page: number }),
    ),
    empty: { title: t('evaluation.comments.emptyTitle'), text: t('evaluation.comments.empty'), action: null },
    back: listAddress('/evaluations', { course }),
  };
}

/** The model of `evaluation/remove-comment`. */
export function removalPage(row: CommentRow, { values, issues }: SentForm, locale: Locale, t: Translate) {
  const options = removalReasons.map((value) => ({ value, label: t(`evaluation.removal.${value}`) }));
  return {
    comment: commentOf(row, locale, t),
    form: buildForm(
      [{ name: 'reason', kind: 'radios', label: 'evaluation.removal.reason', required: true, options }],
      values,
      issues,
      t,
    ),
    action: removalAddress(row.id),
    back: '/evaluations/comments',
  };
}

const removalAddress = (id: string): string => `/evaluations/comments/${id}/removal`;

function commentOf({ course, moment, question, text }: CommentRow, locale: Locale, t: Translate) {
  return {
    about: t('evaluation.comments.about', { course, moment: t(`evaluation.moment.${moment}`) }),
    question: inLocale(question, locale),
    lines: text.split('\n').filter((line) => line.trim() !== ''),
  };
}
