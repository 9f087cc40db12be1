import { addExampleApplication } from '../../src/example-application.js';
import { startApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/client.js';
import { importExample } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await importExample(app);
  const { rows } = await app.database.owner.query<{ id: string }>('select id from region');
  await addExampleApplication(app.app, rows[0]!.id);
  // A start after a crash does it once more.
  await addExampleApplication(app.app, rows[0]!.id);
});
afterAll(() => app.stop());

test('the application of 2016 holds what can be read in the letter, and marks the rest as invented', async () => {
  const { rows } = await app.database.owner.query(
    `select c.code, m.name, s.trainings, s.is_demo from application_share s join municipality m on m.id = s.municipality_id
     join application_line l on l.id = s.line_id join course c on c.id = l.course_id where not s.is_demo order by 1`,
  );
  expect(rows).toEqual([
    { code: 'basis-1d', name: 'Almere', trainings: 6, is_demo: false },
    { code: 'verdieping-2d', name: 'Almere', trainings: 6, is_demo: false },
  ]);
});

test('it was awarded in 2016, divided and allotted, and can be looked back at', async () => {
  const finance = await signIn(app, 'financien@flevoland.example');
  expect((await finance.get('/grant-applications')).text).toContain('Brief van 28 januari 2016');
  const budget = (await finance.get('/budget?year=2016')).text;
  expect(budget).toContain('VG-2016');
  const { rows } = await app.database.owner.query(
    `select sum(trainings)::int trainings from allotment where year = 2016`,
  );
  expect(rows).toEqual([{ trainings: 30 }]);
});
