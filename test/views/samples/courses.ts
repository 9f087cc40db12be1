import type { CourseRow } from '../../../src/courses/course.queries.js';
import { coursesPage, coursesQuery } from '../../../src/courses/courses.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const course: CourseRow = {
  ...{ id, code: 'basis-1d', title: 'Eendaagse basistraining', level: 'basic', day_parts: 2 },
  ...{ min_participants: 8, max_participants: 16, validity_months: 24 },
  ...{ provider_id: id, provider: 'ROR', crkbo: true, entry_level: 'basic', approval: 'contact' },
  ...{ audience: 'by-invitation', restricted_audience: 'Voorbeeldgroep', once_per_course: true },
  ...{ is_active: true, version: 1 },
  ...{ required_attendance_percentage: 100, is_demo: true, source: 'Aanvraag 2016' },
  ...{ function_ids: [id, id], functions_nl: ['BOA', 'docent'], functions_en: ['officer', 'teacher'] },
  ...{ price_cents: '275000', price_is_demo: true },
};
const bare: CourseRow = {
  ...course,
  ...{ title: `Voorbeeldtraining ${'moeilijke gesprekken '.repeat(6)}<& meer>`, level: 'follow-up' },
  ...{ validity_months: null, is_demo: false, function_ids: [], functions_nl: [], functions_en: [] },
  ...{ price_cents: null, price_is_demo: null },
};
const everything = coursesQuery.parse({});
const filtered = coursesQuery.parse({ q: '<b>', level: 'basic', page: 'x' });
const found = { rows: [course, bare], total: 120 };
const nothing = { rows: [], total: 0 };
const finance = { seesPrices: true, locale: 'nl' } as const;
const professional = { seesPrices: false, locale: 'en' } as const;

export const samples = {
  'courses/list': [
    { title: 'Trainingen', ...coursesPage(found, everything, finance, t) },
    { title: 'Trainingen', ...coursesPage(found, filtered, professional, t) },
    { title: 'Trainingen', ...coursesPage(nothing, filtered, finance, t) },
    { title: 'Trainingen', ...coursesPage(nothing, everything, professional, t) },
  ],
};
