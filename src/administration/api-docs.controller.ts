import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { openApiDocument, type ApiRoute, type OpenApiDocument } from '../platform/web/openapi.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { apiDocsPage } from './api-docs.pages.js';
import { ApiRoutes, type DeclaredApiRoute } from './api-routes.js';

/** What other systems can ask, for a machine and for a person to read. */
@Controller()
@AllowEveryone()
export class ApiDocsController {
  private document: OpenApiDocument | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ApiRoutes) private readonly routes: ApiRoutes,
  ) {}

  @Get('api')
  show(@Req() request: WebRequest, @Res() reply: WebReply) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'administration/api-docs',
      title: t('administration.api.title'),
      model: apiDocsPage(this.describe(), t),
    });
  }

  @Get('api/v1/openapi.json')
  send(@Res() reply: WebReply) {
    // Public and without cookies, so any site may read it; the NL GOV API Design Rules ask for it.
    return reply.header('access-control-allow-origin', '*').send(this.describe());
  }

  private describe(): OpenApiDocument {
    const { publicUrl, mailFrom: contactEmail } = this.config;
    return (this.document ??= openApiDocument(this.routes.all().filter(isDocumented), {
      publicUrl,
      contactEmail,
    }));
  }
}

function isDocumented(route: DeclaredApiRoute): route is ApiRoute {
  return route.doc !== undefined;
}
