import { messages } from '../../../src/messages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';
import { trainedPage } from '../../../src/reports/trained.pages.js';
import type { TrainedRow } from '../../../src/reports/trained.queries.js';

const t = createTranslator(messages)('nl');
const rows: readonly TrainedRow[] = [
  { year: 2026, municipality: 'Noordoostpolder', professionalsTrained: 1_234, source: null },
  {
    ...{ year: 2016, municipality: 'Almere', professionalsTrained: 160 },
    source: 'Netwerkanalyse van de gemeente, bijlage met cijfers over meerdere jaren & "gemeenten"',
  },
];
const page = (found: readonly TrainedRow[], total = found.length) => ({
  title: 'Opgeleide mensen per jaar',
  ...trainedPage({ rows: found, total }, 1, t),
});

export const samples = { 'reports/trained': [page(rows), page(rows, 120), page([])] };
