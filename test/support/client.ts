import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
  /** The body as it came, for files. */
  readonly bytes: Buffer;
  readonly json: () => Record<string, unknown>;
}

/** A browser without a screen: keeps cookies, sends forms, follows nothing by itself. */
export class Client {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  get(path: string): Promise<Answer> {
    return this.send(path, { method: 'GET' });
  }

  /** Sends a form as a browser does. */
  post(path: string, form: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    });
  }

  /** Follows a redirect, as a browser does after a form. */
  async follow(answer: Answer): Promise<Answer> {
    if (!answer.location)
      throw new Error(`Expected a redirect, got ${answer.status}: ${answer.text.slice(0, 500)}`);
    return this.get(
      new URL(answer.location, this.base).pathname + new URL(answer.location, this.base).search,
    );
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    return answerOf(await this.raw(path, init));
  }

  /** The answer as it begins, of which the body still comes. */
  async raw(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.base + path, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        ...(cookie ? { cookie } : {}),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) this.cookies.delete(pair!.slice(0, at));
      else this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    return response;
  }
}

/** Another system, with an API key. */
export class ApiClient {
  constructor(
    private readonly base: string,
    private readonly key: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.send(path, { method: 'GET' });
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    return answerOf(
      await fetch(`${this.base}/api/v1${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${this.key}`,
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    );
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    location: response.headers.get('location'),
    headers: response.headers,
    text,
    bytes,
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}

/** Signs in as people do: asks for a link, opens the mail, presses the button. */
export async function signIn(app: TestApp, email: string): Promise<Client> {
  const client = new Client(app.url);
  await client.post('/sign-in', { email });
  const link = await unusedLink(app, email);
  const answer = await client.post(link);
  if (answer.status !== 303)
    throw new Error(`Signing in failed: ${answer.status} ${answer.text.slice(0, 300)}`);
  return client;
}

/** Time stands still in tests, so of several mails of one moment only the link itself tells which is not used yet. */
async function unusedLink(app: TestApp, email: string): Promise<string> {
  const { owner } = app.database;
  const mails = await owner.query<{ text_body: string }>(
    "select text_body from message where to_address = $1 and template = 'sign-in-link'",
    [email],
  );
  const unused = await owner.query<{ token_hash: string }>(
    'select token_hash from sign_in_link where used_at is null and expires_at > $1',
    [app.clock.now()],
  );
  const hashes = new Set(unused.rows.map(({ token_hash }) => token_hash));
  // A mail that was sent no longer holds its link.
  const links = mails.rows.flatMap(({ text_body }) => /\/sign-in\/links\/[\w-]{43}/.exec(text_body) ?? []);
  const isUnused = (link: string) =>
    hashes.has(createHash('sha256').update(link.split('/').at(-1)!).digest('base64url'));
  return links.find(isUnused)!;
}

/** An API key of this account, put into the database directly. */
export async function apiClient(app: TestApp, regionId: string, accountId: string): Promise<ApiClient> {
  const key = randomBytes(32).toString('base64url');
  await app.database.owner.query(
    "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, $5, '2099-01-01')",
    [newId(), regionId, accountId, createHash('sha256').update(key).digest('base64url'), app.clock.now()],
  );
  return new ApiClient(app.url, key);
}
