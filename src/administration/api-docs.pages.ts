import type { Translate } from '../platform/i18n/translator.js';
import type { OpenApiDocument, OpenApiOperation } from '../platform/web/openapi.js';
import type { OpenApiSchema } from '../platform/web/openapi-schema.js';

/** A value that a call takes or gives: `items[].id`. */
export interface ValueRow {
  readonly name: string;
  readonly type: string;
  readonly required: string;
  readonly description: string;
}

interface OperationPage {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: { readonly caption: string; readonly rows: readonly ValueRow[] };
  readonly answer: { readonly caption: string; readonly rows: readonly ValueRow[] };
  readonly status: string;
}

/** The readable page of the API: every call with what it takes and gives, as the document has it. */
export function apiDocsPage(document: OpenApiDocument, t: Translate) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      page: operationPage(method, path, operation, t),
    })),
  );
  return {
    server: document.servers[0]?.url ?? '',
    resources: document.tags.map(({ name }) => ({
      name,
      operations: operations.filter(({ tag }) => tag === name).map(({ page }) => page),
    })),
  };
}

function operationPage(
  method: string,
  path: string,
  operation: OpenApiOperation,
  t: Translate,
): OperationPage {
  const yesOrNo = (required: boolean) =>
    t(required ? 'administration.api.required' : 'administration.api.optional');
  const [status = '', answer] = Object.entries(operation.responses)[0] ?? [];
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const given = answer?.content?.['application/json']?.schema;
  const call = `${method.toUpperCase()} ${path}`;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    inputs: {
      caption: t('administration.api.inputs', { call }),
      rows: [
        ...operation.parameters.map(({ name, required, description, schema }) => ({
          name,
          type: typeOf(schema),
          required: yesOrNo(required),
          description: description ?? '',
        })),
        ...valueRows(body, yesOrNo),
      ],
    },
    answer: { caption: t('administration.api.answer', { call, status }), rows: valueRows(given, yesOrNo) },
    status,
  };
}

/** The values in an object and in what it holds, each under its whole path. */
function valueRows(
  schema: OpenApiSchema | undefined,
  yesOrNo: (required: boolean) => string,
  prefix = '',
): ValueRow[] {
  if (schema?.items) return valueRows(schema.items, yesOrNo, `${prefix}[]`);
  const dot = prefix === '' ? '' : `${prefix}.`;
  return Object.entries(schema?.properties ?? {}).flatMap(([name, value]) => [
    {
      name: `${dot}${name}`,
      type: typeOf(value),
      required: yesOrNo(schema?.required?.includes(name) ?? false),
      description: value.description ?? '',
    },
    ...valueRows(value, yesOrNo, `${dot}${name}`),
  ]);
}

function typeOf({ type, format, enum: choices, items, nullable }: OpenApiSchema): string {
  const name = choices
    ? choices.map(String).join(' | ')
    : items
      ? `${typeOf(items)}[]`
      : [type ?? 'any', ...(format ? [`(${format})`] : [])].join(' ');
  return nullable ? `${name} | null` : name;
}
