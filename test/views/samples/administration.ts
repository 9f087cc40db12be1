import { z } from 'zod';
import { apiDocsPage } from '../../../src/administration/api-docs.pages.js';
import { apiListQuery, listAnswer } from '../../../src/platform/web/api-list.js';
import { openApiDocument } from '../../../src/platform/web/openapi.js';
import { translator } from '../pages.js';

const t = translator('nl');
const address = { publicUrl: 'https://leerlijn.example', contactEmail: 'leerlijn@example.nl' };

const list = {
  method: 'get',
  path: '/sessions',
  operationId: 'sessionsList',
  doc: {
    summary: 'Geeft de uitvoeringen.',
    answer: listAnswer(z.object({ id: z.uuid(), places: z.int().nullable() })),
  },
  allowed: 'coördinator, gemeentelijk contactpersoon',
  params: [],
  query: apiListQuery,
  body: null,
} as const;
const cancel = {
  method: 'post',
  path: '/enrolments/{id}/cancellation',
  operationId: 'enrolmentsCancel',
  doc: { summary: 'Meldt af.', answer: null, status: 204 },
  allowed: null,
  params: [{ name: 'id', schema: z.uuid() }],
  query: null,
  body: z.object({ reason: z.enum(['ziek', 'anders']).optional() }),
} as const;

export const samples = {
  'administration/api-docs': [
    { title: 'API', ...apiDocsPage(openApiDocument([], address), t) },
    { title: 'API', ...apiDocsPage(openApiDocument([list, cancel], address), t) },
  ],
};
