export const columnNames = ['number', 'amount', 'debit', 'credit', 'reference', 'supplier', 'date'] as const;
/** What Leerlijn takes from a file of the financial administration. */
export type ColumnName = (typeof columnNames)[number];

/** The heading of the column that holds each; null for what the file does not have. */
export type ColumnMapping = Readonly<Record<ColumnName, string | null>>;

const WORDS: Readonly<Record<ColumnName, readonly string[]>> = {
  number: [
    'factuurnummer',
    'factuurnr',
    'factuur',
    'extern nummer',
    'extern documentnummer',
    'invoice number',
  ],
  amount: ['bedrag', 'saldo', 'amount'],
  debit: ['debet', 'bedrag debet', 'debit'],
  credit: ['credit', 'bedrag credit'],
  reference: [
    ...[
      'boekstuknummer',
      'boekstuk',
      'journaalpost',
      'documentnummer',
      'betaalkenmerk',
      'kenmerk',
      'referentie',
    ],
    ...['reference', 'document number'],
  ],
  supplier: ['leverancier', 'crediteur', 'naam crediteur', 'relatie', 'supplier'],
  date: ['boekdatum', 'boekingsdatum', 'datum', 'factuurdatum', 'date'],
};

/**
 * Which column is likely to hold what: as it was the last time where those headings are all there, else by the words
 * that Dutch administrations use. Every heading is used at most once.
 */
export function guessMapping(headings: readonly string[], last: ColumnMapping | null): ColumnMapping {
  const names = Object.values(last ?? {}).filter((heading) => heading !== null);
  if (last && names.every((heading) => headings.includes(heading))) return last;
  const left = new Set(headings);
  const guessed = columnNames.map((name) => {
    const found = WORDS[name]
      .map((word) => [...left].find((heading) => plain(heading) === word))
      .find((heading) => heading !== undefined);
    if (found !== undefined) left.delete(found);
    return [name, found ?? null] as const;
  });
  return Object.fromEntries(guessed) as unknown as ColumnMapping;
}

/** What is wrong with the choice of columns, or null: a number, a reference, and an amount or debit and credit are needed. */
export function mappingFault(mapping: ColumnMapping): 'number' | 'reference' | 'amount' | 'twice' | null {
  const chosen = Object.values(mapping).filter((heading) => heading !== null);
  if (mapping.number === null) return 'number';
  const hasBoth = mapping.debit !== null && mapping.credit !== null;
  const hasEither = mapping.debit !== null || mapping.credit !== null;
  if (mapping.amount === null ? !hasBoth : hasEither) return 'amount';
  if (mapping.reference === null) return 'reference';
  return new Set(chosen).size < chosen.length ? 'twice' : null;
}

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[_\s.-]+/g, ' ')
    .trim();
