import { addExampleSessions } from '../../src/example-sessions.js';
import { ConfirmationService } from '../../src/grants/confirmation.service.js';
import { RegionService } from '../../src/people/region.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient } from '../support/client.js';
import { importExample } from '../support/imports.js';

// A Sunday, the last day of its week.
const FIRST_START = '2026-10-04T08:00:00Z';

let app: TestApp;

/** A first start at this moment, up to where the sessions are made. */
async function beginAt(moment: string): Promise<void> {
  app = await startApp({ at: moment });
  await importExample(app);
}

async function addSessions(): Promise<void> {
  const regionId = await app.app.get(RegionService, { strict: false }).find('Flevoland');
  await addExampleSessions(app.app, regionId!);
  await app.work();
}

interface Told {
  readonly courseTitle: string;
  readonly shownStatus: string;
  readonly startsAt: string;
  readonly seatsTaken: number;
  readonly capacity: number;
  readonly waitingCount: number;
}

/** Every session as a coordinator sees it: day, what it is called, seats, who waits, training. */
async function sessions(): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ id: string; region_id: string }>(
    "select id, region_id from account where role = 'coordinator'",
  );
  const coordinator = await apiClient(app, rows[0]!.region_id, rows[0]!.id);
  const { items } = (await coordinator.get('/sessions?pageSize=50')).json();
  return (items as Told[]).map(
    ({ startsAt, shownStatus, seatsTaken, capacity, waitingCount, courseTitle }) =>
      `${startsAt.slice(0, 10)} ${shownStatus} ${seatsTaken}/${capacity}+${waitingCount} ${courseTitle}`,
  );
}

describe('the sessions of the example', () => {
  beforeAll(async () => {
    await beginAt(FIRST_START);
    const confirmation = app.app.get(ConfirmationService, { strict: false });
    confirmation.confirm = () => Promise.reject(new Error('The power went off'));
    await expect(addSessions()).rejects.toThrow('The power went off');
    Reflect.deleteProperty(confirmation, 'confirm');
    await addSessions();
  }, 120_000);
  afterAll(() => app.stop());

  test('lie around the first start in every state, also when a crash cut it off', async () => {
    expect(await sessions()).toEqual([
      '2026-08-18 closed 10/12+0 Eendaagse basistraining radicalisering',
      '2026-09-24 ended 8/20+0 Basistraining voor docenten en ondersteunend personeel in vo, mbo en hbo',
      '2026-10-07 open 5/16+0 Werkbijeenkomst voor het netwerk',
      '2026-10-13 full 8/8+0 Eendaagse basistraining radicalisering',
      '2026-10-22 cancelled 0/20+0 Voorlichting voor medewerkers van Sociale Zaken',
      '2026-10-26 full 8/8+2 Tweedaagse verdiepingstraining radicalisering',
      '2026-11-04 open 5/16+0 Omgaan met radicalisering',
      '2026-11-10 open 2/10+0 Werken met het Dynamisch Beoordelings Kader (DBK)',
      '2026-11-19 open 3/12+0 Training op maat bij een organisatie',
      '2026-12-01 open 4/12+0 Moeilijke gesprekken voeren',
      '2026-12-07 draft 0/12+0 Driedaagse training',
    ]);
  });

  test('gave a certificate to who came to the one that is closed, and to nobody else', async () => {
    const { rows } = await app.database.owner.query<{ count: number }>(
      'select count(*)::int count from certificate where source is null',
    );
    expect(rows).toEqual([{ count: 9 }]);
  });

  test('send participants no mail about a place in what is past', async () => {
    const { rows } = await app.database.owner.query(
      `select distinct template from message m join session_part p on p.session_id = m.session_id
       where p.starts_at < $1 and m.professional_id is not null`,
      [FIRST_START],
    );
    expect(rows).toEqual([{ template: 'certificate-issued' }]);
  });

  test('stay as they are when they are made again, days later', async () => {
    app.clock.advance({ days: 2 });
    const before = await sessions();
    await addSessions();
    expect(await sessions()).toEqual(before);
  });
});

test('in a year without a grant nothing is confirmed, and the start goes on', async () => {
  await beginAt('2031-10-05T08:00:00Z');
  await addSessions();
  const known = (await sessions()).map((line) => line.split(' ')[1]);
  expect(new Set(known)).toEqual(new Set(['open', 'full', 'cancelled', 'draft']));
  await app.stop();
}, 60_000);
