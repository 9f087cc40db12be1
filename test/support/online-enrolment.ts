import type { TestApp } from './app.js';
import { Client, type Answer } from './client.js';

/** The paths of the links to enrol that were mailed to an address and not sent yet, the newest last. */
export async function enrolmentLinks(app: TestApp, email: string): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    "select text_body from message where to_address = $1 and template = 'enrolment-link' order by id",
    [email],
  );
  return rows.flatMap(({ text_body }) => /\/enrolment-links\/[\w-]{43}/.exec(text_body) ?? []);
}

let visitors = 0;

/** Asks for a link on the public page of a session, as a visitor from a computer of their own, and finds it in the mail. */
export async function askForLink(
  app: TestApp,
  sessionId: string,
  email: string,
  language = 'nl',
): Promise<{ client: Client; answer: Answer; link: string | undefined }> {
  const client = new Client(app.url);
  visitors += 1;
  const answer = await client.send(`/open-sessions/${sessionId}/link`, {
    method: 'POST',
    body: new URLSearchParams({ email }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'accept-language': language,
      // Known to the app where the test's own address is its proxy.
      'x-forwarded-for': `10.0.${visitors >> 8}.${visitors & 255}`,
    },
  });
  return { client, answer, link: (await enrolmentLinks(app, email)).at(-1) };
}
