import { EnrolmentService } from '../../src/enrolment/enrolment.service.js';
import { ReminderRuleService } from '../../src/reminders/reminder-rule.service.js';
import { SessionService } from '../../src/sessions/session.service.js';
import { addToDate } from '../../src/shared/local-date.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { moveSession } from '../support/enrolment.js';
import { createProfessional, createRegion, createSession, type TestRegion } from '../support/region.js';
import { at, YearOfMail, type Event } from '../support/year-of-mail-model.js';

const SESSIONS = 40;
const PEOPLE = 50;
const CAPACITY = 30;
const FIRST_DAY = '2027-01-18';
// What a region sends that has chosen nothing, and what its coordinator adds in the summer.
const RULES = [
  { days: 7, isWorking: false, hour: 9 },
  { days: 1, isWorking: false, hour: 9 },
];
const ADDED = { days: 2, isWorking: true, hour: 8 };

const later = (date: string, days: number) => addToDate(date, { days });

const sessions = Array.from({ length: SESSIONS }, (_, index) => ({
  date: later(FIRST_DAY, 8 * index),
  capacity: CAPACITY,
}));

/** The same pseudo-random numbers in every run (Park and Miller, 1988). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => (state = (state * 48_271) % 2_147_483_647) % sides;
}

/** A year in which people come and go until shortly before, every third session moves and every eighth is called off. */
function yearOfEvents(): Event[] {
  const roll = dice(2027);
  let second = 0;
  // No two at the same moment, so that their order is known; between the hours at which reminders go out.
  const on = (date: string) => new Date(at(date, 10 + roll(7)).getTime() + second++ * 1_000);
  const events: Event[] = [{ kind: 'addRule', rule: ADDED, at: on('2027-07-01') }];
  for (const [session, { date }] of sessions.entries()) {
    const before = (days: number) => on(later(date, -days));
    // People come in a few groups, the last of them on the very day before.
    const groups = [17, 9, 4, 1].map((days) => ({ days, at: before(days) }));
    for (let person = 0; person < PEOPLE; person++) {
      const { days, at: moment } = groups[roll(groups.length)]!;
      events.push({ kind: 'enrol', session, person, at: moment });
      if (roll(5) === 0 && days > 1)
        events.push({ kind: 'cancel', session, person, at: before(1 + roll(days - 1)) });
    }
    if (session % 3 === 1)
      events.push({ kind: 'move', session, to: later(date, 2 + roll(4)), at: before(1 + roll(9)) });
    if (session % 8 === 4) events.push({ kind: 'callOff', session, at: at(date, 7) });
  }
  return events.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The events by the moment at which they happen. */
function moments(events: readonly Event[]): { readonly moment: Date; readonly events: Event[] }[] {
  const together: { moment: Date; events: Event[] }[] = [];
  for (const event of events) {
    const last = together.at(-1);
    if (last?.moment.getTime() === event.at.getTime()) last.events.push(event);
    else together.push({ moment: event.at, events: [event] });
  }
  return together;
}

let app: TestApp;
let region: TestRegion;
let coordinator: Actor;
const people: string[] = [];
const ids: string[] = [];
const enrolments = new Map<string, string>();

beforeAll(async () => {
  app = await startApp({ at: '2026-12-15T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = { ...systemActor, role: 'coordinator', regionId: region.id };
  for (let person = 0; person < PEOPLE; person++)
    people.push((await createProfessional(app.database, region, 'Almere')).id);
  for (const { date, capacity } of sessions)
    ids.push(await createSession(app.database, region, { date, capacity }));
});
afterAll(() => app.stop());

const get = <T>(service: new (...parts: never[]) => T): T => app.app.get(service, { strict: false });

async function happen(event: Event): Promise<void> {
  switch (event.kind) {
    case 'enrol': {
      const { session, person } = event;
      const seated = await get(EnrolmentService).enrol(coordinator, ids[session]!, people[person]!);
      enrolments.set(`${session} ${person}`, seated.enrolmentId);
      return;
    }
    case 'cancel':
      await get(EnrolmentService).cancel(coordinator, enrolments.get(`${event.session} ${event.person}`)!);
      return;
    case 'move':
      return moveSession(app, region, ids[event.session]!, event.to);
    case 'callOff':
      return get(SessionService).cancel(coordinator, ids[event.session]!);
    case 'addRule': {
      const rule = { dayKind: 'working', daysBefore: ADDED.days, localTime: '08:00', isOn: true } as const;
      await get(ReminderRuleService).add(coordinator, rule);
    }
  }
}

async function mailsWritten(): Promise<{ mails: string[]; statuses: string[] }> {
  const { rows } = await app.database.owner.query<
    Record<'session' | 'person' | 'reason' | 'status', string> & { at: Date }
  >('select session_id session, professional_id person, reason, status, created_at at from message');
  return {
    mails: rows.map(
      ({ at: moment, session, person, reason }) =>
        `${moment.toISOString()} ${ids.indexOf(session)} ${people.indexOf(person)} ${reason}`,
    ),
    statuses: [...new Set(rows.map(({ status }) => status))],
  };
}

test('the mail of a year of forty sessions and two thousand enrolments is what one works out on paper', async () => {
  const model = new YearOfMail(sessions, RULES);
  const remindUntil = async (moment: Date) => {
    for (let due = model.nextReminder(); due && due < moment; due = model.nextReminder()) {
      app.clock.set(due);
      model.remind(due);
      await app.recur('reminders.send-due');
    }
  };
  for (const { moment, events } of moments(yearOfEvents())) {
    await remindUntil(moment);
    app.clock.set(moment);
    for (const event of events) model.happen(event);
    await Promise.all(events.map(happen));
    await app.work();
  }
  await remindUntil(new Date('2028-01-31T00:00:00Z'));
  await app.recur('reminders.send-due');

  const { mails, statuses } = await mailsWritten();
  expect(enrolments.size).toBe(SESSIONS * PEOPLE);
  expect(mails.sort()).toEqual(model.mails.sort());
  expect(statuses).toEqual(['sent']);
  // Each kind did occur, or nothing was tried.
  expect([...new Set(mails.map((mail) => mail.split(' ')[3]))].sort()).toEqual([
    ...['enrolment.cancelled', 'enrolment.confirmed', 'enrolment.waitlisted'],
    ...['reminder.due', 'session.cancelled', 'session.moved'],
  ]);
}, 600_000);
