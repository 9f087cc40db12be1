import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { messages } from '../../src/messages.js';
import type { ProblemCode } from '../../src/problems.js';
import type { Locale } from '../../src/shared/locale.js';
import type { TestApp } from './app.js';

/** A request to the byte: nothing is normalised, encoded or added on the way. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function sendRaw(app: TestApp, { method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(app.url);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { agent, hostname, port, method, path, headers: { ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        // An answer that breaks off halfway has no end.
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.setTimeout(20_000, () => request.destroy(new Error('no answer in 20 seconds')));
    request.end(body);
  });
}

/** Sends text as it is, HTTP or not, and answers all that comes back until the server hangs up. */
export async function sendLines(app: TestApp, lines: string): Promise<string> {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  socket.write(lines, 'latin1');
  return textOf(socket);
}

/** What only a stack trace, a statement or a path of the server looks like. */
const LEAKS = [
  /\bat .*\.[jt]s:\d+/,
  /node_modules/,
  /QueryFailedError/,
  /syntax error at/i,
  /relation "/,
  /violates .* constraint/,
  /\b(insert into|select .* from|update .* set)\b/i,
  /FST_ERR/,
  /\/(src|dist|work)\//,
  /ZodError/,
];

/**
 * What is wrong with an answer to bad input, in words; null when nothing is. `refused`: it must be a 4xx. A refusal
 * must be a problem document, or a page with a heading and advice, in the reader's language.
 */
export function wrongIn(
  answer: RawAnswer,
  expected: { readonly refused: boolean; readonly isApi: boolean; readonly locale: Locale },
): string | null {
  const { status, headers, text } = answer;
  if (status >= 500) return `${status}: ${text.slice(0, 300)}`;
  const leak = LEAKS.find((pattern) => pattern.test(text));
  if (leak) return `${status} shows ${String(leak.exec(text)?.[0])}`;
  if (expected.refused && status < 400) return `${status} is no refusal`;
  if (status < 400 || text === '') return null;
  const type = headers['content-type'] ?? '';
  if (expected.isApi) return wrongInDocument(status, type, text, expected.locale);
  if (!type.startsWith('text/html')) return `${status} as ${type}: ${text.slice(0, 200)}`;
  if (!text.includes(`<html lang="${expected.locale}">`)) return `${status} is not in ${expected.locale}`;
  return /<h1[\s\S]*(id="error-summary"|class="ll-reference"|utrecht-alert|<table)/.test(text)
    ? null
    : `${status} gives no advice`;
}

function wrongInDocument(status: number, type: string, text: string, locale: Locale): string | null {
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}: ${text.slice(0, 200)}`;
  const problem = JSON.parse(text) as { type: string; title: string; status: number; detail: string };
  if (problem.status !== status) return `${status} says ${problem.status}`;
  const code = problem.type.split('/').at(-1) as ProblemCode;
  const worded = [problem.title, problem.detail];
  const templates = ['title', 'advice'].map(
    (part) => messages[locale][`problem.${code}.${part}` as 'problem.not-found.title'],
  );
  const fits = templates.every((template, index) => fitsTemplate(template, worded[index]!));
  return fits ? null : `${status} '${code}' is not in ${locale}: ${problem.title}`;
}

function fitsTemplate(template: string, text: string): boolean {
  const parts = template.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(text);
}

// Signing in and its mail are the only things that these tests do on purpose.
const NOT_COUNTED = new Set(['sign_in', 'sign_in_link', 'idempotency_key', 'migration']);

/** A fingerprint of every row of every table, to compare before and after: the same means that nothing was saved. */
export async function rowsOf({ database }: TestApp): Promise<Record<string, string>> {
  const tables = await database.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const parts = tables.rows
    .filter(({ name }) => !NOT_COUNTED.has(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtext(r::text)::bigint), 0) as state from ${name} r`,
    );
  const { rows } = await database.owner.query<{ name: string; state: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}
