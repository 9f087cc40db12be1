import type { Role } from '../../src/shared/actor.js';
import type { MatrixWorld, Place } from './matrix-world.js';

/**
 * How far a role reaches on a route: rows of the whole region, of the own municipality, or only one's own. Where the
 * path names no row, any reach means that the role may ask. With 'nobody' every row is another role's.
 */
export type Reach = 'region' | 'municipality' | 'self' | 'nobody';

export interface Access {
  readonly route: string;
  /** A role that is not named is refused; 'everyone' includes visitors. */
  readonly reach: Partial<Record<Role, Reach>> | 'everyone';
  /** What the address ends in. */
  readonly query?: string;
  /** What is sent: needed where the body is checked before the row is looked up, or where the body names the row. */
  readonly body?: (world: MatrixWorld, place: Place) => Promise<object> | object;
  /** The row is the one in the body; the one in the path is always the asker's own. */
  readonly rowInBody?: true;
}

type More = Omit<Access, 'route' | 'reach'>;
const line = (route: string, reach: Access['reach'], more: More = {}): Access => ({ route, reach, ...more });

const everyRole: Access['reach'] = {
  coordinator: 'region',
  contact: 'region',
  trainer: 'region',
  professional: 'region',
  finance: 'region',
  administrator: 'region',
};
const sessions = {
  coordinator: 'region',
  contact: 'region',
  trainer: 'region',
  professional: 'region',
  finance: 'region',
} as const;
/** Only who made a feed reaches it; the ones here are of professionals. */
const ownFeeds = {
  coordinator: 'nobody',
  contact: 'nobody',
  trainer: 'nobody',
  professional: 'self',
} as const;
const feeds = {
  coordinator: 'region',
  contact: 'region',
  trainer: 'region',
  professional: 'region',
} as const;
const coordinator = { coordinator: 'region' } as const;
const administrator = { administrator: 'region' } as const;
const finance = { finance: 'region' } as const;
const money = { coordinator: 'region', finance: 'region' } as const;
const register = { coordinator: 'region', contact: 'municipality' } as const;
const demand = { coordinator: 'region', contact: 'region' } as const;
const teaching = { coordinator: 'region', trainer: 'self' } as const;
const places = { coordinator: 'region', contact: 'municipality', professional: 'self' } as const;

const person = (world: MatrixWorld, place: Place) => ({ professionalId: world.people[place].id });
const ownPerson = (world: MatrixWorld) => ({ professionalId: world.people.own.id });

/** Who may do what: every route of the product, one line each. */
export const accessTable: readonly Access[] = [
  line('GET /', 'everyone'),
  line('GET /assets/*', 'everyone'),
  line('GET /privacy', 'everyone'),
  line('GET /accessibility', 'everyone'),
  line('GET /robots.txt', 'everyone'),
  line('GET /.well-known/security.txt', 'everyone'),
  line('GET /healthz', 'everyone'),
  line('GET /readyz', 'everyone'),
  line('GET /api', 'everyone'),
  line('GET /api/v1/openapi.json', 'everyone'),
  line('GET /sign-in', 'everyone'),
  line('GET /sign-in/sent', 'everyone'),
  line('GET /sign-in/links/:token', 'everyone'),
  line('GET /check', 'everyone'),
  line('GET /check/:number', 'everyone'),
  line('GET /local/mailbox', 'everyone'),
  line('GET /local/mailbox/:id', 'everyone'),
  line('GET /local/mailbox/:id/calendar.ics', 'everyone'),
  line('POST /sign-in', 'everyone'),
  line('POST /sign-in/links/:token', 'everyone'),
  line('POST /sign-out', 'everyone'),
  line('POST /language', 'everyone'),
  line('GET /accounts', administrator),
  line('GET /accounts/new', administrator),
  line('POST /accounts', administrator),
  line('GET /accounts/:id/closure', administrator),
  line('POST /accounts/:id/closure', administrator),
  line('GET /api-keys', administrator),
  line('GET /api-keys/new', administrator),
  line('POST /api-keys', administrator),
  line('GET /api-keys/:id/revocation', administrator),
  line('POST /api-keys/:id/revocation', administrator),
  line('GET /audit-trail', administrator),
  line('GET /jobs', administrator),
  line('POST /jobs/retries', administrator),
  line('POST /jobs/:id/retry', administrator),
  line('GET /courses', everyRole),
  line('GET /courses/:id', everyRole),
  line('GET /courses/new', coordinator),
  line('POST /courses', coordinator),
  line('GET /courses/:id/edit', coordinator),
  line('POST /courses/:id', coordinator),
  line('GET /courses/:id/withdrawal', coordinator),
  line('POST /courses/:id/withdrawal', coordinator),
  line('POST /courses/:id/return', coordinator),
  line('GET /providers', coordinator),
  line('GET /providers/new', coordinator),
  line('POST /providers', coordinator),
  line('GET /providers/:id/edit', coordinator),
  line('POST /providers/:id', coordinator),
  line('GET /api/v1/courses', everyRole),
  line('GET /api/v1/courses/:id', everyRole),
  line('POST /api/v1/courses', coordinator),
  line('PUT /api/v1/courses/:id', coordinator, { body: (world) => world.courseDocument() }),
  line('POST /api/v1/courses/:id/withdrawal', coordinator),
  line('POST /api/v1/courses/:id/return', coordinator),
  line('GET /api/v1/providers', coordinator),
  line('GET /api/v1/providers/:id', coordinator),
  line('POST /api/v1/providers', coordinator),
  line('PUT /api/v1/providers/:id', coordinator, {
    body: () => ({ name: 'Voorbeeldbureau', crkbo: true, source: 'voorbeeld' }),
  }),
  line('GET /api/v1/regions', everyRole),
  line('GET /api/v1/municipalities', everyRole),
  line('GET /api/v1/functions', everyRole),
  line('GET /api/v1/venues', everyRole),
  line('GET /api/v1/trainers', coordinator),
  line('GET /organisations', register),
  line('GET /professionals', register),
  line('GET /professionals.csv', register),
  line('GET /professionals/new', register),
  line('POST /professionals', register),
  line('GET /api/v1/organisations', register),
  line('GET /api/v1/professionals', register),
  line('POST /api/v1/professionals', register),
  line('GET /imports', coordinator),
  line('POST /imports', coordinator),
  line('GET /imports/:id', coordinator),
  line('GET /imports/examples', coordinator, { query: '?list=professionals' }),
  line('POST /imports/:id/application', coordinator),
  line('GET /api/v1/imports', coordinator),
  line('POST /api/v1/imports', coordinator),
  line('GET /sessions', sessions),
  line('GET /sessions/:id', sessions),
  line('GET /api/v1/sessions', sessions),
  line('GET /api/v1/sessions/:id', sessions),
  line('GET /api/v1/sessions/:id/parts', sessions),
  line('GET /api/v1/sessions/:id/seat-quotas', sessions),
  line('POST /api/v1/sessions', coordinator),
  line('GET /sessions/new', coordinator),
  line('POST /sessions/new', coordinator),
  line('POST /sessions/:id/opening', coordinator),
  line('GET /sessions/:id/cancellation', coordinator),
  line('POST /sessions/:id/cancellation', coordinator),
  line('GET /sessions/:id/parts/:ordinal', coordinator),
  line('POST /sessions/:id/parts/:ordinal', coordinator),
  line('POST /api/v1/sessions/:id/opening', coordinator),
  line('POST /api/v1/sessions/:id/cancellation', coordinator),
  line('GET /sessions/:id/copy', coordinator),
  line('POST /sessions/:id/copy', coordinator),
  line('GET /sessions/:id/series', coordinator),
  line('GET /sessions/:id/series/preview', coordinator),
  line('POST /sessions/:id/series', coordinator),
  line('GET /api/v1/sessions/:id/series', coordinator, { query: '?everyWeeks=2&times=3' }),
  line('POST /api/v1/sessions/:id/copies', coordinator, { body: () => ({ firstDates: ['2027-03-02'] }) }),
  line('GET /calendar', sessions),
  line('GET /calendar/feeds', feeds),
  line('POST /calendar/feeds', coordinator),
  line('POST /calendar/feeds/own', { contact: 'region', trainer: 'region', professional: 'region' }),
  line('GET /calendar/feeds/:id/revocation', ownFeeds),
  line('POST /calendar/feeds/:id/revocation', ownFeeds),
  line('GET /calendars/:token', 'everyone'),
  line('GET /sessions/:id/confirmation', coordinator),
  line('POST /sessions/:id/confirmation', coordinator),
  line('POST /api/v1/sessions/:id/confirmation', coordinator),
  line('POST /sessions/:id/enrolment', { professional: 'region' }),
  line('GET /enrolments', { professional: 'self' }),
  line('GET /enrolments/:id/calendar.ics', { professional: 'self' }),
  line('GET /enrolments/:id/cancellation', places),
  line('POST /enrolments/:id/cancellation', places),
  line('GET /api/v1/enrolments', { ...places, trainer: 'self' }),
  line('GET /api/v1/sessions/:id/enrolments', {
    coordinator: 'region',
    contact: 'region',
    professional: 'region',
    trainer: 'region',
  }),
  line('POST /api/v1/sessions/:id/enrolments', places, { body: person, rowInBody: true }),
  // The same route once more: now the session in the path varies and the person is the asker's own.
  line(
    'POST /api/v1/sessions/:id/enrolments',
    { coordinator: 'region', contact: 'region', professional: 'region' },
    { body: ownPerson },
  ),
  line('POST /api/v1/enrolments/:id/cancellation', places),
  line('GET /enrolments/:id/offer', { professional: 'self' }),
  line('POST /enrolments/:id/offer', { professional: 'self' }, { body: () => ({ answer: 'yes' }) }),
  line('POST /api/v1/enrolments/:id/offer-acceptance', places),
  line('POST /api/v1/enrolments/:id/offer-refusal', places),
  line('POST /enrolments/:id/approval', register),
  line('POST /enrolments/:id/rejection', register),
  line('POST /api/v1/enrolments/:id/approval', register),
  line('POST /api/v1/enrolments/:id/rejection', register),
  line('GET /enrolments/:id/substitution', places),
  line('POST /enrolments/:id/substitution', places, { body: () => ({ email: 'x@voorbeeld.example' }) }),
  line('POST /api/v1/enrolments/:id/substitution', places, {
    body: () => ({ email: 'x@voorbeeld.example' }),
  }),
  line('GET /decisions/:token', 'everyone'),
  line('POST /decisions/:token', 'everyone'),
  line('GET /sessions/:id/seats', coordinator),
  line('POST /sessions/:id/seats', coordinator),
  line('GET /api/v1/sessions/:id/seats', coordinator),
  line('PUT /api/v1/sessions/:id/seats', coordinator, {
    body: () => ({
      ...{ version: 1, capacity: 5, minimum: 1, overbookingPercentage: 0, releaseOn: '2026-01-01' },
      ...{ waitingListMode: 'automatic', offerHours: 16, quotas: [] },
    }),
  }),
  line('GET /sessions/:id/participants', { coordinator: 'region', contact: 'region', trainer: 'self' }),
  line('GET /sessions/:id/participants/new', { coordinator: 'region', contact: 'region' }),
  line('POST /sessions/:id/participants', register, { body: person, rowInBody: true }),
  line('POST /sessions/:id/participants', { coordinator: 'region', contact: 'region' }, { body: ownPerson }),
  line('GET /sessions/:id/attendance', teaching),
  line('POST /sessions/:id/attendance', teaching, { query: '?part=1' }),
  line('GET /sessions/:id/closure', teaching),
  line('POST /sessions/:id/closure', teaching),
  line('GET /api/v1/attendance-marks', teaching),
  line('POST /api/v1/attendance-marks', teaching),
  line('POST /api/v1/sessions/:id/closure', teaching),
  line('GET /certificates', places),
  line('GET /certificates/:number/pdf', places),
  line('GET /api/v1/certificates', places),
  line('GET /certificates/:number/revocation', coordinator),
  line('POST /certificates/:number/revocation', coordinator, { body: () => ({ reason: 'own-request' }) }),
  line('POST /api/v1/certificates/:number/revocation', coordinator, {
    body: () => ({ reason: 'own-request' }),
  }),
  line('GET /interests', { professional: 'self' }),
  line('POST /courses/:id/interest', { professional: 'region' }),
  line('POST /interests/:id/withdrawal', places),
  line('GET /api/v1/interests', places),
  line('POST /api/v1/interests', places, {
    body: (world, place) => ({ ...person(world, place), courseId: world.course() }),
    rowInBody: true,
  }),
  line('POST /api/v1/interests/:id/withdrawal', places),
  line('GET /demand', register),
  line('GET /demand.csv', register),
  line('GET /demand.xlsx', register),
  line('GET /demand/courses/:id', demand),
  line('POST /demand/courses/:id/interests', demand),
  line('GET /api/v1/demand', register),
  line('GET /allotments', register),
  line('GET /budget', { ...money, contact: 'municipality' }),
  line('GET /commitments', money),
  line('GET /ledger', money),
  line('GET /ledger.csv', money),
  line('GET /ledger.xlsx', money),
  line('GET /realisations/:id', money),
  line('GET /api/v1/commitments', money),
  line('GET /api/v1/realisations', money),
  line('GET /api/v1/ledger-entries', money),
  line('GET /api/v1/grants', money),
  line('GET /api/v1/grants/:id/lines', money),
  line('GET /api/v1/grants/:id/allotments', money),
  line('GET /commitments/:id/invoice', finance),
  line('POST /commitments/:id/invoice', finance),
  line('GET /realisations/new', finance),
  line('POST /realisations', finance),
  line('GET /realisations/:id/credit-note', finance),
  line('POST /realisations/:id/credit-note', finance),
  line('POST /api/v1/realisations', finance),
  line('POST /api/v1/realisations/:id/credit-note', finance, {
    body: () => ({
      ...{ invoiceNumber: 'C-1', invoiceDate: '2026-09-01', amountCents: 1, reason: 'amount-wrong' },
    }),
  }),
  line('GET /reports/trained', register),
  line('GET /api/v1/reports/trained', register),
  line('GET /follow-up', coordinator),
  line('GET /follow-up/new', coordinator),
  line('POST /follow-up', coordinator),
  line('GET /api/v1/follow-up-campaigns', coordinator),
  line('POST /api/v1/follow-up-campaigns', coordinator),
  line('GET /api/v1/reminders', places),
];
