import { freePort } from '../../src/platform/database/embedded-programs.js';
import { startApp, type TestApp } from './app.js';
import { startBrowser } from './browser.js';
import { importExample } from './imports.js';
import { PageInspection } from './page-inspection.js';
import { Person } from './person.js';

/** The shipped example in the running product, and the screens of people who use it. Every page passed is inspected. */
export interface ExampleScreens {
  readonly app: TestApp;
  /** Someone who has not signed in, before a screen of so many CSS pixels wide. */
  visitor(width: number): Promise<Person>;
  signedIn(email: string, width: number): Promise<Person>;
  /** What is wrong with the pages passed so far. */
  faults(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function startScreens(at: string): Promise<ExampleScreens> {
  const chromium = await startBrowser();
  const port = await freePort();
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const app = await startApp({ at, env });
  await importExample(app);
  const inspection = await PageInspection.open(chromium.browser);
  const visitor = (width: number) => Person.at(app.url, chromium.browser, inspection, width);
  return {
    app,
    visitor,
    signedIn: async (email, width) => {
      // The newest of several mails is the one of this moment.
      app.clock.advance({ minutes: 1 });
      const person = await visitor(width);
      await person.signIn(email);
      return person;
    },
    faults: () => inspection.found(),
    stop: async () => {
      await app.stop();
      await chromium.stop();
    },
  };
}
