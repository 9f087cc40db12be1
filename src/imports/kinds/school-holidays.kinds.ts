import { z } from 'zod';
import { localDate, requiredText } from '../../platform/web/fields.js';
import type { SchoolArea } from '../../sessions/school-area.rules.js';
import type { SchoolHolidayService } from '../../sessions/school-holiday.service.js';
import type { MessageKey } from '../../messages.js';
import { choice, yesNo } from '../columns.js';
import { importKind } from '../import-kind.js';

const areas = { noord: 'north', midden: 'central', zuid: 'south' } as const satisfies Record<
  string,
  SchoolArea
>;

const schema = z
  .object({
    schooljaar: requiredText(9),
    vakantie: requiredText(100),
    schoolregio: choice<SchoolArea>(areas),
    eerste_dag: localDate,
    laatste_dag: localDate,
    voorbeeld: yesNo,
    bron: requiredText(300),
  })
  .superRefine((row, context) => {
    const faulty = (path: string, key: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], params: { key } });
    const [, first, second] = /^(\d{4})-(\d{4})$/.exec(row.schooljaar) ?? [];
    if (Number(first) + 1 !== Number(second)) faulty('schooljaar', 'imports.fault.schoolYear');
    if (row.laatste_dag < row.eerste_dag) faulty('laatste_dag', 'imports.fault.lastDayTooEarly');
  });

/** The school holidays as the ministry publishes them, one line for each part of the country. */
export const schoolHolidayKind = (service: SchoolHolidayService) =>
  importKind({
    name: 'school-holidays',
    schema,
    references: [],
    resolve: (row) => ({
      schoolYear: row.schooljaar,
      name: row.vakantie,
      schoolArea: row.schoolregio,
      firstDate: row.eerste_dag,
      lastDate: row.laatste_dag,
      isDemo: row.voorbeeld,
      source: row.bron,
    }),
    keys: (row) => [`${row.schoolYear}/${row.name}/${row.schoolArea}`],
    register: async (tx, actor, rows) => ({
      results: await service.registerSchoolHolidays(tx, actor, rows),
    }),
  });
