import { administratorHome } from '../../../src/home/administrator-home.pages.js';
import { contactHome } from '../../../src/home/contact-home.pages.js';
import { coordinatorHome } from '../../../src/home/coordinator-home.pages.js';
import type { GoingSessionRow } from '../../../src/home/coordinator-home.queries.js';
import { financeHome } from '../../../src/home/finance-home.pages.js';
import { professionalHome } from '../../../src/home/professional-home.pages.js';
import { trainerHome } from '../../../src/home/trainer-home.pages.js';
import { translator } from '../pages.js';

const now = new Date('2026-09-01T08:00:00Z');
const reader = { t: translator('nl'), locale: 'nl' } as const;
const title = 'Welkom, Voorbeeld van der Voorbeeldenstein-Özgür';

const session: GoingSessionRow = {
  id: 'a',
  course_title: 'Basistraining <herkennen> & bespreken',
  payer_name: 'Noordoostpolder',
  status: 'open',
  seats_taken: 3,
  capacity: 20,
  minimum: 8,
  waiting_count: 2,
  decide_on: '2026-08-31',
  dates: ['2026-09-14', '2026-09-15'],
  first_starts_at: new Date('2026-09-14T07:30:00Z'),
  last_ends_at: new Date('2026-09-15T15:00:00Z'),
};
const failed = {
  id: 'm',
  to_name: 'Noor Voorbeeld',
  subject: 'U bent ingeschreven',
  session_id: 'a',
  provider_answer: '550 onbekend adres',
  total: 2,
};
const part = {
  session_id: 'a',
  course_title: 'Basistraining',
  status: 'confirmed',
  ordinal: 1,
  parts: 2,
  local_date: '2026-09-01',
  start_time: '09:30:00',
  end_time: '12:30:00',
  ends_at: new Date('2026-09-01T10:30:00Z'),
  place: 'Voorbeeldzaal, Voorbeeldplein 1',
  seats_taken: 12,
} as const;
const running = {
  jobs_due: 0,
  oldest_due_at: null,
  jobs_failed: 0,
  facts_undispatched: 0,
  oldest_fact_at: null,
  mail_queued: 0,
  mail_failed: 0,
  accounts_open: 12,
};
const allotment = { course_title: 'Basistraining', trainings: 6, used: 2, is_demo: true };
const person = {
  id: 'p',
  name: 'Noor Voorbeeld',
  organisation_name: 'Jongerenwerk Urk',
  function_nl: 'jongerenwerker',
  function_en: 'youth worker',
};
const place = {
  id: 'e',
  session_id: 'a',
  professional_name: 'Noor Voorbeeld',
  course_title: 'Basistraining',
  status: 'waitlisted',
  dates: ['2026-09-14'],
} as const;
const figures = { people: 40, enrolled: 3, waiting: 1, untrained: 12 };
const line = {
  year: 2026,
  title: 'Trainingen basis',
  grantedCents: 17_304_300n,
  grantedIsDemo: true,
  committedCents: 250_000n,
  committedIsDemo: true,
  realisedCents: 0n,
};
const commitment = {
  id: 'k',
  subject: 'Basistraining',
  municipality_name: 'Almere',
  dates: ['2026-08-20'],
  open_cents: '250000',
  is_demo: true,
  total: 1,
};

const leftOver = [
  { title: 'Basistrainingen', leftCents: 750_000n, isDemo: true, useBy: '2026-12-17' },
  { title: 'Netwerkregisseur', leftCents: 100_000n, isDemo: false, useBy: '2026-12-31' },
];

export const samples = {
  'home/welcome': [{ title: 'Leerlijn' }],
  'home/privacy': [{ title: 'Privacy', address: 'leerlijn@example.nl' }],
  'home/accessibility': [{ title: 'Toegankelijkheid', address: 'leerlijn@example.nl' }],
  'home/overview': [
    coordinatorHome({ sessions: [], failed: [], hasCourses: false, leftOver: [] }, now, reader),
    coordinatorHome({ sessions: [], failed: [], hasCourses: true, leftOver: [] }, now, reader),
    coordinatorHome(
      {
        sessions: Array.from({ length: 9 }, () => session),
        failed: [failed, { ...failed, session_id: null }],
        hasCourses: true,
        leftOver,
      },
      now,
      reader,
    ),
    coordinatorHome(
      { sessions: [{ ...session, status: 'draft' }], failed: [], hasCourses: true, leftOver: [] },
      now,
      reader,
    ),
    contactHome({ people: 0, enrolled: 0, waiting: 0, untrained: 0 }, [], [], [], reader),
    contactHome(figures, [place], [person], [allotment], reader),
    trainerHome([], now, reader),
    trainerHome(
      [{ ...part, local_date: '2026-08-20' }, part, { ...part, local_date: '2026-09-02', status: 'open' }],
      now,
      reader,
    ),
    professionalHome([], { certificates: [], waits: [] }, reader),
    professionalHome(
      [
        { ...part, enrolment_id: 'e' },
        { ...part, enrolment_id: 'e', local_date: '2026-09-02' },
      ],
      {
        certificates: [
          {
            number: 'LL-1',
            course_title: 'Basistraining',
            issued_on: '2026-01-10',
            valid_until: '2028-01-10',
            has_file: true,
          },
          {
            number: 'LL-2',
            course_title: 'Terugkomdag',
            issued_on: '2026-02-10',
            valid_until: null,
            has_file: false,
          },
        ],
        waits: [{ session_id: 's', course_title: 'Verdiepende training' }],
      },
      reader,
    ),
    administratorHome(running, [], now, reader),
    administratorHome(
      { ...running, jobs_failed: 2, oldest_fact_at: new Date('2026-09-01T07:00:00Z') },
      [{ name: 'Voorbeeld beheerder', role: 'administrator', signed_in_at: now }],
      now,
      reader,
    ),
  ].map((model, index) => ({ title, figuresHref: index === 0 ? '/council-reports/now' : null, ...model })),
  'home/finance': [
    financeHome(
      { lines: [], toInvoice: [], toAccount: [], overspent: [], received: [], leftOver: [] },
      reader,
    ),
    financeHome(
      {
        lines: [line, { ...line, title: 'Terugkomdag', grantedIsDemo: false }],
        toInvoice: [commitment],
        toAccount: [{ year: 2025 }],
        leftOver,
        received: [
          {
            id: '0198f000-0000-7000-8000-000000000001',
            supplier: 'ROR',
            invoiceNumber: '2026-1',
            amountCents: 250_000n,
            total: 7,
          },
        ],
        overspent: [
          {
            ...{ grantId: '0198f000-0000-7000-8000-000000000001', title: 'Basistrainingen' },
            ...{ municipality: 'Urk', shortCents: 160_000n, isDemo: true },
          },
        ],
      },
      reader,
    ),
  ].map((model, index) => ({ title, figuresHref: index === 0 ? '/council-reports/now' : null, ...model })),
};
