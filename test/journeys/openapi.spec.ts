import { ApiRoutes } from '../../src/administration/api-routes.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly required?: string[];
}
interface Part {
  readonly $ref?: string;
  readonly headers?: Record<string, unknown>;
  readonly content?: Record<string, { schema: Schema }>;
}
interface Operation {
  readonly operationId: string;
  readonly tags: string[];
  readonly summary: string;
  readonly security: object[];
  readonly parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  readonly requestBody?: Part;
  readonly responses: Record<string, Part>;
}
interface Document {
  readonly openapi: string;
  readonly info: { version: string; contact: Record<string, string> };
  readonly servers: { url: string }[];
  readonly tags: { name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { responses: Record<string, Part>; schemas: Record<string, Schema> };
}

let app: TestApp;
let document: Document;
let operations: { path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  app = await startApp({ env: { PUBLIC_URL: 'https://leerlijn.example' } });
  document = (await new Client(app.url).get('/api/v1/openapi.json')).json() as unknown as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(() => app.stop());

const resolve = (part: Part): Part =>
  part.$ref ? document.components.responses[part.$ref.split('/').at(-1)!]! : part;

/** Every schema of an operation, the ones inside others too. */
function schemasOf(operation: Operation): Schema[] {
  const bodies = [operation.requestBody ?? {}, ...Object.values(operation.responses).map(resolve)];
  const roots = bodies.flatMap(({ content }) => Object.values(content ?? {}).map(({ schema }) => schema));
  const within = (schema: Schema): Schema[] => [
    schema,
    ...Object.values(schema.properties ?? {}).flatMap(within),
    ...(schema.items ? within(schema.items) : []),
  ];
  return roots.flatMap(within);
}

const namesWhere = (wrong: (entry: (typeof operations)[number]) => boolean): string[] =>
  operations.filter(wrong).map(({ method, path }) => `${method} ${path}`);

test('every route of the API is documented', () => {
  const routes = app.app.get(ApiRoutes, { strict: false }).all();
  expect(routes.length).toBeGreaterThan(0);
  expect(routes.filter(({ doc }) => !doc).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('anyone may read the document, from any site', async () => {
  const answer = await new Client(app.url).get('/api/v1/openapi.json');
  expect([answer.status, answer.type, answer.headers.get('access-control-allow-origin')]).toEqual([
    200,
    'application/json; charset=utf-8',
    '*',
  ]);
});

test('the version in the document is the one in the header of every answer', async () => {
  const answer = await new Client(app.url).get('/api/v1/does-not-exist');
  expect([document.info.version, document.openapi]).toEqual([answer.headers.get('api-version'), '3.0.3']);
});

test('the server is named with https and the major version', () => {
  expect(document.servers).toEqual([{ url: 'https://leerlijn.example/api/v1' }]);
});

test('someone can be asked about the API', () => {
  expect(Object.keys(document.info.contact).sort()).toEqual(['email', 'name', 'url']);
});

test('paths are kebab-case without a slash at the end', () => {
  const kebab = /^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z]+\}))+$/;
  expect(namesWhere(({ path }) => !kebab.test(path))).toEqual([]);
});

test('collections are named in the plural', () => {
  expect(
    document.tags
      .map(({ name }) => name)
      // One has no plural of its own, the other none at all.
      .filter((name) => !name.endsWith('s') && !['curricula', 'demand'].includes(name)),
  ).toEqual([]);
});

test('every parameter of a path is documented, and no other', () => {
  expect(
    namesWhere(({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const told = operation.parameters.filter((parameter) => parameter.in === 'path');
      return JSON.stringify(inPath) !== JSON.stringify(told.map(({ name }) => name).sort());
    }),
  ).toEqual([]);
});

test('names of query parameters and properties are camelCase', () => {
  const camel = /^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/;
  const wrong = operations.flatMap(({ path, operation }) =>
    [
      ...operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      ...schemasOf(operation)
        .flatMap(({ properties }) => Object.keys(properties ?? {}))
        .filter((name) => name !== '_links'),
    ]
      .filter((name) => !camel.test(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('a property that is called a date has the format of one', () => {
  const wrong = operations.flatMap(({ path, operation }) =>
    schemasOf(operation).flatMap(({ properties }) =>
      Object.entries(properties ?? {})
        .filter(([name, { format }]) => /^date$|\wDate$/.test(name) && format !== 'date')
        .map(([name]) => `${path}: ${name}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every operation has an id of its own, a summary and a tag', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    namesWhere(({ operation }) => !/^[A-Z].{5,}/.test(operation.summary) || operation.tags.length !== 1),
  ).toEqual([]);
});

test('every answer that went well names the version header', () => {
  expect(
    namesWhere(({ operation }) =>
      Object.entries(operation.responses).some(
        ([status, part]) => status.startsWith('2') && !resolve(part).headers?.['API-Version'],
      ),
    ),
  ).toEqual([]);
});

test('every refusal is a problem document', () => {
  expect(
    namesWhere(({ operation }) =>
      Object.entries(operation.responses).some(
        ([status, part]) => /^[45]/.test(status) && !resolve(part).content?.['application/problem+json'],
      ),
    ),
  ).toEqual([]);
  expect(document.components.schemas['Problem']?.required).toEqual(
    expect.arrayContaining(['status', 'title', 'detail']),
  );
});

test('whatever takes input can answer 400', () => {
  expect(
    namesWhere(
      ({ method, operation }) =>
        (method !== 'get' || operation.parameters.length > 0) && !('400' in operation.responses),
    ),
  ).toEqual([]);
});

test('a refusal looks as the document says', async () => {
  const answer = await new Client(app.url).get('/api/v1/does-not-exist');
  expect(answer.type).toContain('application/problem+json');
  expect(Object.keys(answer.json())).toEqual(
    expect.arrayContaining(document.components.schemas['Problem']!.required!),
  );
});

test('the page beside the document shows every operation', async () => {
  const page = await new Client(app.url).get('/api');
  expect(page.status).toBe(200);
  expect(operations.filter(({ operation }) => !page.text.includes(`id="${operation.operationId}"`))).toEqual(
    [],
  );
});
