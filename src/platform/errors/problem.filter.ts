import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { TRANSLATOR, type Translate, type Translator } from '../i18n/translator.js';
import type { ProblemCode } from '../../problems.js';
import { Pages } from '../web/pages.js';
import { isApi, type WebReply, type WebRequest } from '../web/request.js';
import { InvalidInput } from '../web/validation.pipe.js';
import { validationMessages } from '../web/validation-messages.js';
import { ownPath } from '../../shared/own-path.js';
import { DomainError } from './domain-error.js';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'unreadable-body',
  401: 'sign-in-needed',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
};

/** A longer address is not gone back to after signing in: encoded, it might not fit in a request. */
const LONGEST_NEXT = 1000;

/** Every error ends here: a problem document (RFC 9457) for the API, a page that says what to do for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const reply = http.getResponse<WebReply>();
    const refusal = asRefusal(error);
    if (refusal.code === 'unexpected')
      this.log.error({ requestId: request.id }, (error as Error)?.stack ?? String(error));
    if (reply.sent) return undefined;
    if (isApi(request)) return this.sendDocument(request, reply, refusal);
    if (refusal.code === 'sign-in-needed') {
      const { method, url } = request;
      const next = method === 'GET' && url.length <= LONGEST_NEXT ? `?next=${encodeURIComponent(url)}` : '';
      return reply.redirect(`/sign-in${next}`, 303);
    }
    const t = this.translator(request.locale);
    return this.pages.send(request, reply, {
      view: 'errors/problem',
      status: refusal.status,
      title: t(`problem.${refusal.code}.title`, refusal.params),
      model: {
        detail: this.detailOf(request, refusal),
        nextStep: t(`problem.${refusal.code}.advice`, refusal.params),
        ways: waysOn(request, refusal.code, t),
        reference: request.id,
      },
    });
  }

  private sendDocument(request: WebRequest, reply: WebReply, refusal: DomainError): unknown {
    const t = this.translator(request.locale);
    return reply
      .status(refusal.status)
      .type('application/problem+json')
      .send({
        type: `${this.config.publicUrl}/problems/${refusal.code}`,
        title: t(`problem.${refusal.code}.title`, refusal.params),
        status: refusal.status,
        detail: t(`problem.${refusal.code}.advice`, refusal.params),
        instance: request.url.split('?')[0],
        reference: request.id,
        errors: this.faultsOf(request, refusal),
      });
  }

  private detailOf(request: WebRequest, refusal: DomainError): string {
    return this.faultsOf(request, refusal)
      .map(({ path, message }) => (path ? `${path}: ${message}` : message))
      .join(' ');
  }

  private faultsOf(request: WebRequest, refusal: DomainError) {
    if (refusal instanceof InvalidInput)
      return validationMessages(refusal.issues, this.translator(request.locale));
    return refusal.faults;
  }
}

/** Where one can go from here: on, back to the page one was at, or to the beginning. */
function waysOn(request: WebRequest, code: ProblemCode, t: Translate) {
  if (code === 'link-not-valid') return [{ href: '/sign-in', label: t('web.problem.signIn') }];
  const back = previousPage(request);
  return [
    ...(back === null ? [] : [{ href: back, label: t('web.problem.back') }]),
    { href: '/', label: t('web.problem.home') },
  ];
}

/** The page of ours that the reader came from, as the browser tells; null when it is another site's, or this one. */
function previousPage(request: WebRequest): string | null {
  const { referer = '' } = request.headers;
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  const path = host === request.host ? ownPath(pathname + search) : null;
  return path === request.url && request.method === 'GET' ? null : path;
}

function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status =
    (error as { statusCode?: number; status?: number } | null)?.statusCode ??
    (error as { status?: number } | null)?.status;
  if (status === undefined) return new DomainError('unexpected');
  // Other statuses of this kind come from what reads the request, such as a multipart body without its boundary.
  const isRefusal = status >= 400 && status < 500;
  return new DomainError(codeOfStatus[status] ?? (isRefusal ? 'unreadable-body' : 'unexpected'));
}
