import { Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { importKindNames } from './import-kind-names.rules.js';
import { ImportService } from './import.service.js';
import { placeOf, reasonOf } from './imports.pages.js';
import { ImportsQueries } from './imports.queries.js';

const counts = {
  added: z.int().describe('Nieuwe regels.'),
  changed: z.int().describe('Regels die iets wijzigden.'),
  same: z.int().describe('Regels die er al zo stonden.'),
};
const importAnswer = z.object({
  kind: z.enum(importKindNames),
  fileName: z.string(),
  sha256: z.string(),
  ...counts,
});
const importItem = z.object({
  id: z.uuid(),
  kind: z.enum(importKindNames),
  fileName: z.string(),
  uploadedAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable().describe('Null zolang de import op bevestiging wacht.'),
  added: counts.added.nullable(),
  changed: counts.changed.nullable(),
  same: counts.same.nullable(),
});

@Controller('api/v1/imports')
@Allow('coordinator')
export class ImportsApi {
  constructor(
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(ImportsQueries) private readonly queries: ImportsQueries,
    @Inject(ImportService) private readonly imports: ImportService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de imports, de nieuwste eerst', answer: listAnswer(importItem) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    const { rows, total } = await this.queries.page(actor, query);
    const items = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file_name,
      uploadedAt: row.uploaded_at.toISOString(),
      appliedAt: row.applied_at?.toISOString() ?? null,
      added: row.rows_added,
      changed: row.rows_changed,
      same: row.rows_same,
    }));
    return apiList(request, items, { ...query, total });
  }

  @Post()
  @Operation({
    summary: 'Importeert een CSV-bestand: alles, of met één fout niets',
    upload: 'CSV met in de eerste regel de namen van de kolommen; hoogstens 10 MB en 50.000 regels.',
    answer: importAnswer,
    status: 201,
  })
  async import(@Req() request: WebRequest, @CurrentActor() actor: Actor) {
    const t = this.translator(request.locale);
    const file = await readUpload(request);
    if (!file)
      throw new DomainError('import-faulty', {}, [{ path: 'file', message: t('imports.file.required') }]);
    const [result] = await this.imports.importFiles(actor, [file]);
    const { kind, fileName, sha256, faults } = result!;
    if (faults.length > 0) {
      const told = faults.map((fault) => ({ path: placeOf(fault, t), message: reasonOf(fault, t) }));
      throw new DomainError('import-faulty', {}, told);
    }
    return { kind, fileName, sha256, ...result!.counts };
  }
}
