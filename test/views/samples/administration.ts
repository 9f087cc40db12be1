import { z } from 'zod';
import { accountsPage, newAccountForm } from '../../../src/administration/accounts.pages.js';
import { apiDocsPage } from '../../../src/administration/api-docs.pages.js';
import { apiKeysPage, newKeyForm } from '../../../src/administration/api-keys.pages.js';
import { auditTrailPage } from '../../../src/administration/audit-trail.pages.js';
import { mailPage } from '../../../src/administration/mail.pages.js';
import { jobsPage } from '../../../src/administration/jobs.pages.js';
import { apiListQuery, listAnswer } from '../../../src/platform/web/api-list.js';
import { openApiDocument } from '../../../src/platform/web/openapi.js';
import { translator } from '../pages.js';

const t = translator('nl');
const address = { publicUrl: 'https://leerlijn.example', contactEmail: 'leerlijn@example.nl' };

const list = {
  method: 'get',
  path: '/sessions',
  operationId: 'sessionsList',
  doc: {
    summary: 'Geeft de uitvoeringen.',
    answer: listAnswer(z.object({ id: z.uuid(), places: z.int().nullable() })),
  },
  allowed: 'coördinator, gemeentelijk contactpersoon',
  params: [],
  query: apiListQuery,
  body: null,
} as const;
const cancel = {
  method: 'post',
  path: '/enrolments/{id}/cancellation',
  operationId: 'enrolmentsCancel',
  doc: { summary: 'Meldt af.', answer: null, status: 204 },
  allowed: null,
  params: [{ name: 'id', schema: z.uuid() }],
  query: null,
  body: z.object({ reason: z.enum(['ziek', 'anders']).optional() }),
} as const;

const nothing = { rows: [], total: 0 };
const first = { page: 1, q: null };
const at = new Date('2026-09-01T08:00:00Z');
const account = {
  id: '019c1c7e-0000-7000-8000-000000000001',
  name: 'Voorbeeld van der Voorbeeldenstein-Özgür',
  email: 'een.heel.lang.adres.van.iemand@een-lange-organisatienaam.example.nl',
  role: 'contact',
  municipality_name: 'Noordoostpolder',
  closed_at: null,
} as const;
const key = {
  id: 'k',
  name: 'Zaaksysteem <test>',
  account_name: account.name,
  role: 'finance',
  created_at: at,
  expires_at: new Date('2026-12-01T08:00:00Z'),
  revoked_at: null,
} as const;
const entry = {
  id: '1',
  at,
  account_name: 'Voorbeeld coördinator',
  role: 'coordinator',
  action: 'schedule',
  subject_type: 'session',
  subject_id: account.id,
  changed: ['capacity', 'minimum'],
} as const;
const job = {
  id: '12_mail.send-due',
  name: 'mail.send-due',
  status: 'failed',
  attempts: 30,
  run_at: at,
  last_error: 'De mailserver antwoordt niet',
} as const;
const idle = {
  ...{ due: 0, postponed: 0, failed: 0, doneLastDay: 0, dueSeconds: 0, facts: 0, lagSeconds: 0 },
  queue: { backend: 'PostgreSQL', content: { waiting: 0, running: [] } },
  recurring: [],
} as const;
const busy = {
  ...{ due: 1, postponed: 1, failed: 1, doneLastDay: 40, dueSeconds: 12.4, facts: 1, lagSeconds: 1 },
  queue: { backend: 'Redis', content: { waiting: 1, running: [{ name: 'certificates.issue', since: at }] } },
  recurring: [
    { name: 'mail.send-due', everySeconds: 30, nextAt: at, lastRun: { endedAt: at, error: null } },
    {
      name: 'reminders.send-due',
      everySeconds: 60,
      nextAt: at,
      lastRun: { endedAt: at, error: 'Geen <schijf>' },
    },
    { name: 'idempotency.forget-old', everySeconds: 3600, nextAt: at, lastRun: null },
  ],
} as const;
const silent = { ...busy, queue: { backend: 'Redis', content: null } } as const;
const reader = { locale: 'nl', t } as const;
const wrong = {
  values: { role: 'contact', name: '<b>', accountId: 'x' },
  issues: [
    { path: 'municipalityId', message: 'Kies een gemeente.' },
    { path: 'days', message: 'Te veel.' },
  ],
};

export const samples = {
  'administration/accounts': [
    { title: 'Accounts', ...accountsPage(nothing, { ...first, role: undefined }, null, t) },
    {
      title: 'Accounts',
      ...accountsPage(
        {
          rows: [account, { ...account, municipality_name: null, role: 'administrator', closed_at: at }],
          total: 120,
        },
        { page: 2, q: 'a&b', role: 'contact' },
        null,
        t,
      ),
    },
  ],
  'administration/new-account': [
    { title: 'Open een account', form: newAccountForm([], { values: {}, issues: [] }, t) },
    { title: 'Open een account', form: newAccountForm([{ id: 'm', name: 'Urk' }], wrong, t) },
  ],
  'administration/confirmation': [
    { title: 'Account sluiten', text: 'Dit gebeurt er.', action: '/x', button: 'Doe dit', backHref: '/' },
  ],
  'administration/api-keys': [
    { title: 'API-sleutels', ...apiKeysPage(nothing, first, at, t) },
    {
      title: 'API-sleutels',
      ...apiKeysPage(
        { rows: [key, { ...key, revoked_at: at }, { ...key, expires_at: at }], total: 3 },
        first,
        at,
        t,
      ),
    },
  ],
  'administration/new-api-key': [
    { title: 'Maak een sleutel', form: newKeyForm([], { values: {}, issues: [] }, t) },
    { title: 'Maak een sleutel', form: newKeyForm([account], wrong, t) },
  ],
  'administration/api-key-made': [{ title: 'De sleutel is gemaakt', name: 'Zaaksysteem', key: 'voorbeeld' }],
  'administration/audit-trail': [
    {
      title: 'Logboek',
      ...auditTrailPage(nothing, { ...first, action: null, subject: null }, { actions: [], subjects: [] }, t),
    },
    {
      title: 'Logboek',
      ...auditTrailPage(
        { rows: [entry, { ...entry, account_name: null, role: 'system', changed: [] }], total: 2 },
        { ...first, action: 'schedule', subject: null },
        { actions: ['schedule'], subjects: ['session'] },
        t,
      ),
    },
  ],
  'administration/mail': [
    { title: 'Mail', ...mailPage(null, nothing, 1, t) },
    {
      title: 'Mail',
      ...mailPage(
        { stopped_at: at, name: null },
        {
          rows: [
            {
              message_id: 'weg',
              address: 'weg@example.nl',
              name: 'Noor Voorbeeld',
              died_at: at,
              answer: '550 5.1.1 Unknown',
            },
          ],
          total: 1,
        },
        1,
        t,
      ),
    },
  ],
  'administration/jobs': [
    { title: 'Taken', ...jobsPage(nothing, { ...first, job: null }, [], idle, reader) },
    { title: 'Taken', ...jobsPage(nothing, { ...first, job: null }, [], silent, reader) },
    {
      title: 'Taken',
      ...jobsPage(
        { rows: [job, { ...job, status: 'waiting', last_error: null }], total: 2 },
        { ...first, job: job.name },
        [job.name, 'gone.in-this-release'],
        busy,
        reader,
      ),
    },
  ],
  'administration/api-docs': [
    { title: 'API', ...apiDocsPage(openApiDocument([], address), t) },
    { title: 'API', ...apiDocsPage(openApiDocument([list, cancel], address), t) },
  ],
};
