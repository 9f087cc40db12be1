import { z } from 'zod';
import { optionalLines } from '../platform/web/fields.js';
import type { KeptReport } from './kept.queries.js';
import { moments } from './half-year.rules.js';
import {
  chapters,
  columnKinds,
  LONGEST_TEXT,
  tablesIn,
  type ColumnCode,
  type TableCode,
} from './report.rules.js';

const tableCodes = Object.values(tablesIn).flat() as [TableCode, ...TableCode[]];
const columnCodes = Object.keys(columnKinds) as [ColumnCode, ...ColumnCode[]];

const cells = z
  .array(z.union([z.number(), z.enum(['higher', 'lower', 'unclear', 'alike'])]).nullable())
  .describe(
    'In de volgorde van de kolommen; bedragen in hele eurocenten. Een aantal mensen dat null is, is afgeschermd.',
  );
const table = z.object({
  code: z.enum(tableCodes),
  columns: z.array(
    z.object({
      code: z.enum(columnCodes),
      moment: z
        .enum(moments)
        .describe('Het halfjaar zelf, het halfjaar ervoor of hetzelfde een jaar eerder.'),
    }),
  ),
  lines: z.array(
    z.object({
      label: z.object({ nl: z.string(), en: z.string().nullable() }),
      isDemo: z.boolean().describe('Of er een verzonnen bedrag of aantal in staat.'),
      cells,
    }),
  ),
  total: cells.nullable().describe('Alle regels samen; null waar ze niet optellen.'),
});

const halfYear = z.string().describe('Een halfjaar, zoals 2026-2.');
const text = z.object({ chapter: z.enum(chapters), text: z.string() });
const texts = z.array(text).describe('Wat de coördinator bij de hoofdstukken schreef.');

export const reportItem = z.object({
  halfYear,
  place: z.string().describe('De CBS-code van een gemeente, of region voor de hele regio.'),
  name: z.string(),
  versions: z.int().describe('Hoe vaak de rapportage is vastgesteld; 0 is een concept.'),
});
export const reportAnswer = z.object({
  halfYear,
  place: z.string().describe('De naam van de gemeente of de regio.'),
  countedOn: z.iso.date().describe('De dag waarop is geteld.'),
  tables: z.array(table),
  texts,
});
export const keptAnswer = reportAnswer.extend({
  version: z.int(),
  madeAt: z.iso.datetime(),
  madeByName: z.string().nullable(),
  pdfSha256: z.string().describe('De SHA-256 van de PDF die is bewaard.'),
});
export const finalAnswer = z.object({ version: z.int().describe('De hoeveelste bewaarde versie dit is.') });

export const textAnswer = text.extend({ version: z.int() });
/** What a system sends as the text of a chapter. */
export const textInput = z
  .object({
    text: optionalLines(LONGEST_TEXT).describe(
      'Gewone tekst; leeg haalt de tekst weg. Schrijf niets over personen of casussen.',
    ),
  })
  .meta({ example: { text: 'In dit halfjaar kwamen er twee terugkomdagen bij.' } });

/** The figures and texts of a report, as systems read them. */
export const reportOf = ({ figures, texts: written }: KeptReport) => ({
  ...figures,
  texts: chapters.flatMap((chapter) => {
    const words = written[chapter];
    return words === undefined || words === '' ? [] : [{ chapter, text: words }];
  }),
});
