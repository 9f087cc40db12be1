import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startApp({ env: { MAIL_FROM: 'leerlijn@voorbeeld.example' } });
  client = new Client(app.url);
});
afterAll(() => app.stop());

test.each(['/privacy', '/accessibility'])('%s says whom to write to', async (path) => {
  const page = await client.get(path);
  expect([page.status, page.text.includes('mailto:leerlijn@voorbeeld.example')]).toEqual([200, true]);
});

test('the page of accessibility can be read in English', async () => {
  await client.post('/language', { language: 'en' });
  expect((await client.get('/accessibility')).text).toContain('WCAG 2.2, level AA');
});

test('security.txt names a contact and a moment in the future after which it is old', async () => {
  const { text, type } = await client.get('/.well-known/security.txt');
  expect(type).toBe('text/plain; charset=utf-8');
  expect(text).toContain('Contact: mailto:leerlijn@voorbeeld.example');
  expect(new Date(/Expires: (.+)/.exec(text)![1]!).getTime()).toBeGreaterThan(app.clock.now().getTime());
});

test('search engines are kept to the page where certificates are checked', async () => {
  expect((await client.get('/robots.txt')).text).toBe('User-agent: *\nAllow: /check$\nDisallow: /\n');
});
