import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { buildForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { readExample } from './example-files.js';
import { importKindNames } from './import-kind-names.rules.js';
import { ImportKinds } from './import-kinds.js';
import { ImportService } from './import.service.js';
import type { FileResult } from './import-result.js';
import { faultyPage, IMPORTS_PER_PAGE, importsPage, previewPage, resultPage } from './imports.pages.js';
import { ImportsQueries } from './imports.queries.js';

const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
const exampleQuery = z.object({ list: z.enum(importKindNames).optional().catch(undefined) });
const importId = z.uuid();

@Controller('imports')
@Allow('coordinator')
export class ImportsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ImportKinds) private readonly kinds: ImportKinds,
    @Inject(ImportsQueries) private readonly queries: ImportsQueries,
    @Inject(ImportService) private readonly imports: ImportService,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuery }) { page }: z.output<typeof pageQuery>,
  ) {
    return this.start(request, reply, actor, page, false);
  }

  @Post()
  async look(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const file = await readUpload(request);
    if (!file) return this.start(request, reply, actor, 1, true);
    const { id, result } = await this.imports.upload(actor, file);
    return id === null ? this.faulty(request, reply, result) : this.pages.redirect(reply, `/imports/${id}`);
  }

  /** A list of the example region, to be filled with what one has. */
  @Get('examples')
  async example(
    @Res() reply: WebReply,
    @Query({ schema: exampleQuery }) { list }: z.output<typeof exampleQuery>,
  ) {
    const example = await readExample(list);
    if (!example) throw new DomainError('not-found');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${example.fileName}"`)
      .send(example.content);
  }

  @Get(':id')
  async one(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: importId }) id: string,
  ) {
    const t = this.pages.translate(request);
    const result = await this.imports.previewUploaded(actor, id);
    if (result && result.faults.length > 0) return this.faulty(request, reply, result);
    const above = [{ href: '/imports', label: t('imports.title') }];
    if (result)
      return this.pages.send(request, reply, {
        ...{ view: 'imports/preview', title: t('imports.preview.title'), above },
        model: previewPage(id, result, request.locale, t),
      });
    const applied = await this.queries.one(actor, id);
    if (!applied) throw new DomainError('not-found');
    return this.pages.send(request, reply, {
      ...{ view: 'imports/result', title: t('imports.result.title'), above },
      model: resultPage(applied, t),
    });
  }

  @Post(':id/application')
  async apply(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: importId }) id: string,
  ) {
    await this.imports.applyUploaded(actor, id);
    return this.pages.redirect(reply, `/imports/${id}`);
  }

  private async start(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    page: number,
    fileMissing: boolean,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.page(actor, { page, pageSize: IMPORTS_PER_PAGE });
    const issues = fileMissing ? [{ path: 'file', message: t('imports.file.required') }] : [];
    const spec = {
      name: 'file',
      kind: 'file',
      label: 'imports.file',
      description: 'imports.file.hint',
      required: true,
    } as const;
    return this.pages.send(request, reply, {
      view: 'imports/start',
      title: t('imports.title'),
      status: fileMissing ? 400 : 200,
      model: { form: buildForm([spec], {}, issues, t), ...importsPage(this.kinds.all, found, page, t) },
    });
  }

  private faulty(request: WebRequest, reply: WebReply, result: FileResult) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'imports/faulty',
      title: t('imports.faulty.title'),
      status: 400,
      model: faultyPage(result, t),
      above: [{ href: '/imports', label: t('imports.title') }],
    });
  }
}
