import { figureKinds } from '../grants/figure.rules.js';
import { type Cell, type CellValue, centsCell, integerCell, textCell } from '../platform/files/cell.js';
import type { Translate } from '../platform/i18n/translator.js';
import { annexFields, columnsOf } from './annex.pages.js';
import type { Statement, StatementGrant } from './statement.queries.js';

/** The columns of a download, which has one row for every grant: the scheme, then the indicators with their codes. */
export function statementColumns(
  { annex, year }: Statement,
  t: Translate,
): { header: string; width: number; kind: CellValue['kind'] }[] {
  const indicators = columnsOf(annex, year, t).map(({ indicator, code, label, auditKind }) => {
    const audit = auditKind === '' ? '' : ` (${t('accountability.auditKind', { kind: auditKind })})`;
    const isFigure = figureKinds.some((kind) => kind === indicator);
    return {
      header: `${code} ${label}${audit}`.trim(),
      width: 24,
      kind: isFigure ? ('cents' as const) : ('text' as const),
    };
  });
  return [
    { header: t('accountability.year'), width: 8, kind: 'integer' },
    ...annexFields.map((name) => ({
      header: t(`accountability.annex.${name}`),
      width: 24,
      kind: 'text' as const,
    })),
    ...indicators,
  ];
}

/** The rows of a download, in the order of the columns. */
export function statementCells({ annex, year, grants }: Statement, t: Translate): Cell[][] {
  return grants.map((grant) => [
    integerCell(year),
    ...annexFields.map((name) => textCell(annex[name])),
    textCell(grant.decisionNumber),
    ...figureKinds.map((kind) => centsCell(grant.figures[kind])),
    textCell(finalText(grant, t)),
  ]);
}

/** Yes, no, or that it was not chosen yet. */
export function finalText({ isFinal }: Pick<StatementGrant, 'isFinal'>, t: Translate): string {
  if (isFinal === null) return t('accountability.notChosen');
  return t(isFinal ? 'accountability.yes' : 'accountability.no');
}
