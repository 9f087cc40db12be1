import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import type { Role } from '../shared/actor.js';
import type { AllotmentRow } from './allotment.queries.js';
import { emptyYear, filterField, idQuery, yearField, yearQuery } from './filters.pages.js';

/** The filters of the allotments as the address holds them. */
export const allotmentsQuery = z.object({ year: yearQuery, municipality: idQuery });

/** The model of `grants/allotments`. */
export function allotmentsPage(
  rows: readonly AllotmentRow[],
  shown: {
    readonly year: number;
    readonly years: readonly number[];
    readonly municipality: string | undefined;
    /** Nothing can be planned in a year that is over. */
    readonly isOver: boolean;
  },
  role: Role | 'system',
  t: Translate,
) {
  const chosen = rows.filter(
    ({ municipality_id }) => !shown.municipality || municipality_id === shown.municipality,
  );
  const plans = role === 'coordinator' && !shown.isOver;
  const filters = [yearField(shown.years, shown.year, t)];
  if (role === 'coordinator') filters.push(municipalityField(rows, shown.municipality, t));
  return {
    year: String(shown.year),
    ownOnly: role === 'contact',
    filters,
    rows: chosen.map((row) => ({
      municipality: row.municipality_name,
      course: row.course_title,
      trainings: row.trainings,
      used: row.used,
      left: leftInWords(row, t),
      isDemo: row.is_demo,
      source: row.source,
      planHref:
        plans && row.used < row.trainings
          ? `/sessions/new?course=${row.course_id}&payer=${row.municipality_id}`
          : null,
    })),
    total: {
      isDemo: chosen.some((row) => row.is_demo),
      trainings: sum(chosen.map((row) => row.trainings)),
      used: sum(chosen.map((row) => row.used)),
      left: sum(chosen.map((row) => row.trainings - row.used)),
    },
    empty: emptyYear(shown, role, 'allotments', t),
    plans,
  };
}

function leftInWords({ trainings, used }: AllotmentRow, t: Translate): string {
  return used >= trainings ? t('grants.allotments.none') : String(trainings - used);
}

function municipalityField(rows: readonly AllotmentRow[], chosen: string | undefined, t: Translate) {
  const names = new Map(rows.map((row) => [row.municipality_id, row.municipality_name]));
  return filterField(
    {
      name: 'municipality',
      label: 'grants.filter.municipality',
      choices: [...names].map(([value, label]) => ({ value, label })),
      chosen,
      everything: 'grants.filter.allMunicipalities',
    },
    t,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
