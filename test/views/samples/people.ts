import { organisationsPage, peopleQuery, professionalsPage } from '../../../src/people/people.pages.js';
import type { OrganisationRow, ProfessionalRow } from '../../../src/people/people.queries.js';
import { missingFor, newProfessionalForm } from '../../../src/people/professional-form.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const longName = 'Ömer-Benjamin van den Voorbeeldenberg-Verzonnenstein <& zonen> مثال';
const emptyQuery = peopleQuery.parse({});
const fullQuery = peopleQuery.parse({
  page: '3',
  q: '"><b>',
  municipality: id,
  organisation: id,
  function: id,
});
const coordinator = { ownOnly: false, locale: 'nl' } as const;
const contact = { ownOnly: true, locale: 'en' } as const;

const professional: ProfessionalRow = {
  ...{ id, name: 'Noor Voorbeeld', email: 'noor@voorbeeld.example' },
  ...{ municipality_id: id, municipality_name: 'Almere', organisation_id: id, organisation_name: longName },
  ...{ function_id: id, function_code: 'boa', function_nl: 'BOA', function_en: 'enforcement officer' },
};
const organisation: OrganisationRow = {
  ...{ id, name: longName, municipality_id: id, municipality_name: 'Noordoostpolder' },
  ...{ contact_name: 'Joke Voorbeeldsma', contact_email: 'joke@voorbeeld.example' },
  ...{ review_on: '2026-09-01', professionals: 12 },
};
const choices = {
  municipalities: [{ id, cbs_code: 'GM0034', name: 'Almere', is_member: true }],
  organisations: [organisation],
  functions: [{ id, code: 'boa', name_nl: 'BOA', name_en: 'enforcement officer' }],
};
const people = {
  rows: [professional, { ...professional, name: longName, email: `${'lang'.repeat(15)}@voorbeeld.example` }],
  total: 480,
};
const nobody = { rows: [], total: 0 };
const issues = [
  { path: 'name', message: t('web.validation.required') },
  { path: 'organisationId', message: t('web.validation.choose') },
];
const today = '2026-09-01';

export const samples = {
  'people/professionals': [
    { title: 'Professionals', ...professionalsPage(people, fullQuery, choices, coordinator, t) },
    { title: 'Professionals', ...professionalsPage(people, emptyQuery, choices, contact, t) },
    { title: 'Professionals', ...professionalsPage(nobody, fullQuery, choices, coordinator, t) },
    { title: 'Professionals', ...professionalsPage(nobody, emptyQuery, choices, contact, t) },
    { title: 'Professionals', ...professionalsPage(nobody, emptyQuery, choices, coordinator, t) },
  ],
  'people/organisations': [
    {
      title: 'Organisaties',
      ...organisationsPage(
        { rows: [organisation, { ...organisation, review_on: '2027-01-01' }], total: 80 },
        fullQuery,
        choices.municipalities,
        { ...coordinator, today },
        t,
      ),
    },
    ...[fullQuery, emptyQuery].map((query) => ({
      title: 'Organisaties',
      ...organisationsPage(nobody, query, choices.municipalities, { ...contact, today }, t),
    })),
  ],
  'people/new-professional': [
    [choices, coordinator, { values: {}, issues: [] }] as const,
    [choices, coordinator, { values: { email: '<b>' }, issues }] as const,
    [{ organisations: [], functions: [] }, contact, { values: {}, issues: [] }] as const,
    [{ ...choices, functions: [] }, coordinator, { values: {}, issues: [] }] as const,
  ].map(([offered, reader, sent]) => ({
    title: 'Nieuw',
    form: newProfessionalForm(offered, reader.locale, sent, t),
    missing: missingFor(offered, reader, t),
  })),
};
