import type { z } from 'zod';
import { openApiSchema, type OpenApiSchema } from './openapi-schema.js';
import type { OperationDoc } from './operation.js';

const API_VERSION = '1.0.0';

/** A route of the API as the document describes it. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with its parameters as {name}: '/sessions/{id}'. */
  readonly path: string;
  readonly operationId: string;
  readonly doc: OperationDoc;
  /** Who may use it, in Dutch; null when no key is needed. */
  readonly allowed: string | null;
  readonly params: readonly { readonly name: string; readonly schema: z.ZodType | null }[];
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: OpenApiSchema;
}

interface Content {
  readonly content?: Record<string, { readonly schema: OpenApiSchema }>;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: Content & { readonly required: true };
  readonly responses: Record<string, Content & { readonly description?: string; readonly $ref?: string }>;
}

export interface OpenApiDocument {
  readonly openapi: '3.0.3';
  readonly info: object;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: object;
}

/** The OpenAPI 3.0.3 document of these routes, by the NL GOV API Design Rules. */
export function openApiDocument(
  routes: readonly ApiRoute[],
  { publicUrl, contactEmail }: { readonly publicUrl: string; readonly contactEmail: string },
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const ordered = [...routes].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  );
  for (const route of ordered) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.0.3',
    info: {
      title: 'Leerlijn',
      version: API_VERSION,
      description: INTRODUCTION,
      contact: { name: 'Leerlijn', email: contactEmail, url: publicUrl },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [...new Set(ordered.map(tagOf))].map((name) => ({ name })),
    paths,
    components: COMPONENTS,
  };
}

const tagOf = ({ path }: ApiRoute): string => path.split('/')[1] ?? '';

function operationOf(route: ApiRoute): OpenApiOperation {
  const { doc, body } = route;
  return {
    operationId: route.operationId,
    tags: [tagOf(route)],
    summary: doc.summary,
    description: route.allowed === null ? 'Zonder sleutel.' : `Voor: ${route.allowed}.`,
    security: route.allowed === null ? [] : [{ sleutel: [] }],
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, ...json(openApiSchema(body, 'input')) } } : {}),
    ...(doc.upload ? { requestBody: { required: true, ...fileContent(doc.upload) } } : {}),
    ...(doc.unread ? { requestBody: { required: true, ...unreadContent(doc.unread) } } : {}),
    responses: responsesOf(route),
  };
}

function parametersOf({ method, params, query, doc }: ApiRoute): OpenApiParameter[] {
  const asked = query ? openApiSchema(query, 'input') : {};
  return [
    ...params.map(({ name, schema }) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: schema ? openApiSchema(schema, 'input') : { type: 'string' },
    })),
    ...Object.entries(asked.properties ?? {}).map(([name, { description, ...schema }]) => ({
      name,
      in: 'query' as const,
      required: asked.required?.includes(name) ?? false,
      ...(description ? { description } : {}),
      schema,
    })),
    ...(method === 'post' ? [IDEMPOTENCY_KEY] : []),
    ...(method === 'put' && doc.versioned ? [IF_MATCH] : []),
  ];
}

function responsesOf(route: ApiRoute): OpenApiOperation['responses'] {
  const { answer, download, versioned, status = 200 } = route.doc;
  const refusals = [
    ...(route.method === 'post' || route.method === 'put' || route.query || route.params.length > 0
      ? ['400']
      : []),
    ...(route.allowed === null ? [] : ['401', '403']),
    ...(route.params.length > 0 ? ['404'] : []),
    ...(route.method === 'get' ? [] : ['409', '422']),
    ...(route.method === 'put' && versioned ? ['412', '428'] : []),
  ];
  return {
    [String(status)]: {
      description: 'Gelukt.',
      headers: {
        'API-Version': { $ref: '#/components/headers/ApiVersion' },
        ...(versioned ? { ETag: { $ref: '#/components/headers/Version' } } : {}),
      },
      ...(answer ? json(openApiSchema(answer, 'output')) : {}),
      ...(download ? downloadContent(download) : {}),
    } as Content & { description: string },
    ...Object.fromEntries(
      refusals.map((refusal) => [refusal, { $ref: `#/components/responses/Problem${refusal}` }]),
    ),
  };
}

const downloadContent = ({ type, description }: NonNullable<OperationDoc['download']>): Content => ({
  content: { [type]: { schema: { type: 'string', format: 'binary', description } } },
});

const fileContent = (description: string): Content => ({
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description } },
      },
    },
  },
});

const unreadContent = ({ type, description }: NonNullable<OperationDoc['unread']>): Content => ({
  content: { [type]: { schema: { type: 'string', format: 'binary', description } } },
});

const json = (schema: OpenApiSchema): Content => ({ content: { 'application/json': { schema } } });

const INTRODUCTION = `De API van Leerlijn: dezelfde gegevens en stappen als op het scherm, voor andere systemen.

Een beheerder maakt een sleutel voor een account; de sleutel kan en ziet wat dat account kan en ziet. Stuur hem mee als \`Authorization: Bearer <sleutel>\`. Lijsten zijn verdeeld in pagina's (\`page\`, \`pageSize\`) en geven met \`_links\` de volgende en vorige. Datums zijn \`JJJJ-MM-DD\`, tijdstippen staan in UTC, bedragen zijn hele eurocenten. Een weigering is een problem+json-document (RFC 9457) dat zegt wat er aan de hand is en wat u kunt doen.`;

const IDEMPOTENCY_KEY: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Een eigen kenmerk van dit verzoek. Hetzelfde verzoek met hetzelfde kenmerk wordt binnen 24 uur één keer uitgevoerd en krijgt hetzelfde antwoord.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const IF_MATCH: OpenApiParameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description:
    'De waarde van ETag bij wat u wijzigt, zodat u niets overschrijft dat iemand anders intussen wijzigde.',
  schema: { type: 'string', example: '"3"' },
};

const text: OpenApiSchema = { type: 'string' };

const PROBLEM: OpenApiSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Welk soort probleem het is; verandert niet.' },
    title: { ...text, description: 'Wat er aan de hand is.' },
    status: { type: 'integer' },
    detail: { ...text, description: 'Wat u kunt doen.' },
    instance: { ...text, description: 'Het pad van het verzoek.' },
    reference: { ...text, description: 'Kenmerk om door te geven aan de beheerder.' },
    errors: {
      type: 'array',
      description: 'Alle fouten in wat u stuurde, per veld.',
      items: { type: 'object', required: ['path', 'message'], properties: { path: text, message: text } },
    },
  },
};

const REFUSALS: Readonly<Record<string, string>> = {
  400: 'Wat u stuurde klopt niet; alle fouten staan erbij.',
  401: 'De sleutel ontbreekt, is onbekend of verlopen.',
  403: 'De rol van deze sleutel mag dit niet.',
  404: 'Dit bestaat niet, of de sleutel mag het niet zien.',
  409: 'Deze stap kan nu niet.',
  412: 'Er is een nieuwere versie dan in If-Match staat.',
  422: 'Het kenmerk in Idempotency-Key hoort bij een ander verzoek.',
  428: 'De header If-Match ontbreekt.',
};

const COMPONENTS = {
  securitySchemes: { sleutel: { type: 'http', scheme: 'bearer' } },
  headers: {
    ApiVersion: { description: 'De volledige versie van de API.', schema: text },
    Version: { description: 'De versie hiervan: stuur haar mee in If-Match als u wijzigt.', schema: text },
  },
  schemas: { Problem: PROBLEM },
  responses: Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' } },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  ),
} as const;
