import type { FigureKind } from '../grants/figure.rules.js';

export const indicators = [
  'decision',
  'spent',
  'cumulative',
  'correction',
  'earlierCorrection',
  'final',
] as const;
/** A column of the annex: the decision, a figure, or whether it is the last statement. */
export type Indicator = 'decision' | FigureKind | 'final';

/** How the state's list names one indicator; empty as long as nobody filled it in. */
export interface IndicatorSetting {
  readonly code: string;
  /** Empty for the standard words. */
  readonly label: string;
  readonly auditKind: string;
}

/** What the annex says beside the figures, as the state's list of that year has it; empty where nobody filled it in. */
export interface AnnexSetting {
  readonly provider: string;
  readonly code: string;
  readonly name: string;
  readonly legalGround: string;
  readonly recipient: string;
  readonly taskField: string;
  readonly indicators: Readonly<Record<Indicator, IndicatorSetting>>;
}

/** Audited for lawfulness ('rechtmatigheid'), as every figure of such a grant is. */
const AUDIT_KIND = 'R';

/**
 * What holds for a region that filled nothing in. The codes come from a list that the state makes anew each year, so
 * they are never guessed.
 */
export const emptyAnnex: AnnexSetting = {
  ...{ provider: '', code: '', name: '', legalGround: '', recipient: '' },
  taskField: '1.2 Openbare orde en veiligheid',
  indicators: {
    decision: { code: '', label: '', auditKind: '' },
    spent: { code: '', label: '', auditKind: AUDIT_KIND },
    cumulative: { code: '', label: '', auditKind: AUDIT_KIND },
    correction: { code: '', label: '', auditKind: AUDIT_KIND },
    earlierCorrection: { code: '', label: '', auditKind: AUDIT_KIND },
    final: { code: '', label: '', auditKind: '' },
  },
};

/** Whether what the state's list gives is filled in. */
export function isComplete({
  provider,
  code,
  name,
  legalGround,
  recipient,
  indicators: all,
}: AnnexSetting): boolean {
  const texts = [provider, code, name, legalGround, recipient, ...Object.values(all).map((one) => one.code)];
  return texts.every((text) => text !== '');
}
