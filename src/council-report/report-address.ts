import { z } from 'zod';
import { halfYearPattern, type HalfYear } from './half-year.rules.js';
import { chapters } from './report.rules.js';

/** The parts of the address of a report. */
export const halfYear = z
  .string()
  .regex(halfYearPattern)
  .transform((code) => code as HalfYear)
  .describe('Een halfjaar, zoals 2026-2 voor juli tot en met december 2026.');
export const placeCode = z
  .string()
  .max(20)
  .describe('De CBS-code van een gemeente, zoals GM0034, of region voor de hele regio.');
export const chapterCode = z.enum(chapters);
export const versionNumber = z.coerce.number().int().min(1).max(10_000);
