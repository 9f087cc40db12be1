import { termsPage, valuesOfSteps } from '../../../src/courses/cancellation-terms.pages.js';
import { courseFormPage } from '../../../src/courses/course-fields.pages.js';
import { detailsOfRow, valuesOf } from '../../../src/courses/course-form.pages.js';
import type { CourseRow } from '../../../src/courses/course.queries.js';
import { coursePage, coursesPage, coursesQuery, withdrawalPage } from '../../../src/courses/courses.pages.js';
import { pricesPage, priceWithdrawalPage } from '../../../src/courses/price-list.pages.js';
import { periodsOf } from '../../../src/courses/price-list.rules.js';
import type { ProviderRow } from '../../../src/courses/provider.queries.js';
import { providerFormPage, providersPage, providersQuery } from '../../../src/courses/providers.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const course: CourseRow = {
  ...{ id, code: 'basis-1d', title: 'Eendaagse basistraining', level: 'basic', day_parts: 2 },
  ...{ min_participants: 8, max_participants: 16, validity_months: 24 },
  ...{ provider_id: id, provider: 'ROR', crkbo: true, entry_level: 'basic', approval: 'contact' },
  ...{ audience: 'by-invitation', restricted_audience: 'Voorbeeldgroep', once_per_course: true },
  ...{ decide_days: 1, evaluation_url: 'https://enquete.example.nl/basis' },
  ...{ is_active: true, version: 1, price_source: 'voorbeeldprijs' },
  ...{ mandatory_parts: [1, 2], requires_follow_up: true },
  ...{ required_attendance_percentage: 100, is_demo: true, source: 'Aanvraag 2016' },
  ...{ function_ids: [id, id], functions_nl: ['BOA', 'docent'], functions_en: ['officer', 'teacher'] },
  ...{ price_cents: '275000', price_is_demo: true },
};
const bare: CourseRow = {
  ...course,
  ...{ title: `Voorbeeldtraining ${'moeilijke gesprekken '.repeat(6)}<& meer>`, level: 'follow-up' },
  ...{ validity_months: null, is_demo: false, function_ids: [], functions_nl: [], functions_en: [] },
  ...{ price_cents: null, price_is_demo: null, price_source: null, restricted_audience: null },
  ...{ entry_level: null, approval: 'none', audience: 'public', once_per_course: false, is_active: false },
  ...{ decide_days: 14, evaluation_url: null, mandatory_parts: [], requires_follow_up: false },
};
const everything = coursesQuery.parse({});
const filtered = coursesQuery.parse({ q: '<b>', level: 'basic', page: 'x' });
const found = { rows: [course, bare], total: 120 };
const nothing = { rows: [], total: 0 };
const finance = { role: 'finance', locale: 'nl' } as const;
const coordinator = { role: 'coordinator', locale: 'nl' } as const;
const professional = { role: 'professional', locale: 'en' } as const;
const administrator = { role: 'administrator', locale: 'nl' } as const;

const provider: ProviderRow = { id, name: 'ROR <&>', crkbo: true, source: 'bron', version: 2, courses: 3 };
const other: ProviderRow = { ...provider, crkbo: false, courses: 0 };
const choices = {
  functions: [{ id, name_nl: 'docent', name_en: 'teacher' }],
  providers: [provider],
};
const filledIn = { values: { ...valuesOf(detailsOfRow(course)), version: 1 }, issues: [] };
const wrong = {
  values: { ...valuesOf(detailsOfRow(bare)), functionIds: 'x' },
  issues: [
    { path: 'functionIds', message: 'Kies iets' },
    { path: 'audience', message: 'Kies iets' },
    { path: '', message: 'Intussen gewijzigd' },
  ],
};
const standing = { openSessions: 0, seated: false, interestId: null };
const anyProvider = providersQuery.parse({});

const prices = periodsOf([
  { id, validFrom: null, priceCents: '275000', isDemo: true, source: 'voorbeeldprijs' },
  {
    id: `${id.slice(0, -1)}2`,
    validFrom: '2027-01-01',
    priceCents: '290000',
    isDemo: false,
    source: 'offerte <&>',
  },
]);
const wrongPrice = {
  values: { validFrom: '01-01-2027', priceCents: '-5' },
  issues: [{ path: 'validFrom', message: 'Er is al een prijs vanaf die dag' }],
};
const nothingSent = { values: {}, issues: [] };

export const samples = {
  'courses/prices': [
    pricesPage({ course, prices, today: '2026-12-01' }, nothingSent, coordinator, t),
    pricesPage({ course: bare, prices: [], today: '2026-12-01' }, wrongPrice, coordinator, t),
    pricesPage({ course, prices, today: '2027-12-01' }, nothingSent, finance, t),
    pricesPage({ course: bare, prices: [], today: '2026-12-01' }, nothingSent, finance, t),
  ].map((model) => ({ title: 'Prijzen', ...model })),
  'courses/price-withdrawal': [
    priceWithdrawalPage({ course, price: prices[0]!, sessions: 0 }, 'nl', t),
    priceWithdrawalPage({ course: bare, price: prices[1]!, sessions: 12 }, 'nl', t),
  ].map((model) => ({ title: 'Een prijs van de lijst halen', ...model })),
  'courses/list': [
    { title: 'Trainingen', ...coursesPage(found, everything, coordinator, t) },
    { title: 'Trainingen', ...coursesPage(found, filtered, professional, t) },
    { title: 'Trainingen', ...coursesPage(nothing, filtered, finance, t) },
    { title: 'Trainingen', ...coursesPage(nothing, everything, administrator, t) },
  ],
  'courses/course': [
    coursePage(course, null, coordinator, t),
    coursePage(bare, null, coordinator, t),
    coursePage(bare, null, finance, t),
    coursePage(course, standing, professional, t),
    coursePage(course, { ...standing, openSessions: 2, interestId: id }, professional, t),
    coursePage(course, { ...standing, seated: true }, professional, t),
    coursePage(course, null, administrator, t),
  ],
  'courses/form': [
    { form: courseFormPage(choices, 'nl', filledIn, t), action: '/courses/1', back: '/courses/1' },
    { form: courseFormPage(choices, 'en', wrong, t), action: '/courses', back: '/courses' },
    { form: providerFormPage({ values: { ...provider }, issues: [] }, t), action: '/providers/1', back: '/' },
  ].map((model) => ({ title: 'Formulier', ...model })),
  'courses/withdrawal': [
    { title: 'Stoppen', ...withdrawalPage(course, { sessions: 0, trainings: 0 }, t) },
    { title: 'Stoppen', ...withdrawalPage(bare, { sessions: 1, trainings: 12 }, t) },
  ],
  'courses/cancellation-terms': [
    {
      title: 'Voorwaarden',
      ...termsPage(provider, { values: valuesOfSteps([{ daysBefore: 28, percentage: 50 }]), issues: [] }, t),
    },
    {
      title: 'Voorwaarden',
      ...termsPage(
        provider,
        { values: {}, issues: [{ path: 'steps', message: 'Twee regels hebben dezelfde dag.' }] },
        t,
      ),
    },
  ],
  'courses/providers': [
    { title: 'Aanbieders', ...providersPage({ rows: [provider, other], total: 90 }, anyProvider, t) },
    { title: 'Aanbieders', ...providersPage(nothing, anyProvider, t) },
    { title: 'Aanbieders', ...providersPage(nothing, providersQuery.parse({ q: 'x' }), t) },
  ],
};
