import { Inject, Injectable } from '@nestjs/common';
import type { MessageKey } from '../../messages.js';
import type { Role } from '../../shared/actor.js';
import { CONFIG, type Config } from '../config/config.js';
import { TRANSLATOR, type MessageParams, type Translate, type Translator } from '../i18n/translator.js';
import { pageShell, type ShellLink, type ShellNotice } from './page-shell.js';
import type { WebReply, WebRequest } from './request.js';
import { Views } from './views.js';

interface NavigationLink {
  readonly href: string;
  readonly label: MessageKey;
}
interface NavigationGroup {
  readonly label: MessageKey;
  readonly links: readonly NavigationLink[];
}

/** What the navigation shows to whom; the root fills it in. */
export interface Navigation {
  entriesFor(role: Role | null): readonly (NavigationLink | NavigationGroup)[];
  roleLabel(role: Role): MessageKey;
}

/** Injection token of the Navigation. */
export const NAVIGATION = Symbol('NAVIGATION');

export interface Page {
  /** The view's path without extension: 'sessions/list'. */
  readonly view: string;
  readonly title: string;
  readonly model: object;
  readonly status?: number;
  /** The pages above this one, highest first. */
  readonly above?: readonly ShellLink[];
  /** The id of the form on a page that nothing is saved of: sent again, it brings back the same page. Its field `returnTo` says where. */
  readonly resends?: string;
}

/** What the next page says about what was just done. */
export interface Notice {
  readonly kind: ShellNotice['kind'];
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

const NOTICE_COOKIE = 'notice';

/** Sends pages to people: the shell around a view, and what there is to say after a redirect. */
@Injectable()
export class Pages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Views) private readonly views: Views,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(NAVIGATION) private readonly navigation: Navigation,
  ) {}

  /** The texts in the language of this reader. */
  translate(request: WebRequest): Translate {
    return this.translator(request.locale);
  }

  send(request: WebRequest, reply: WebReply, page: Page): WebReply {
    const html = this.views.render(
      page.view,
      { title: page.title, ...page.model },
      this.shell(request, reply, page),
    );
    return reply
      .status(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(html);
  }

  /** A page that a device keeps: the same for everyone who reads this language, and with a layout of its own. */
  renderAlone(request: WebRequest, page: Pick<Page, 'view' | 'title' | 'model'>): string {
    const bare = { locale: request.locale, title: page.title, path: request.url };
    const nobody = { regionName: null, person: null, navigation: [], above: [], notice: null };
    const shell = pageShell({ ...bare, ...nobody, demoData: false, resends: null });
    return this.views.render(page.view, { title: page.title, ...page.model }, shell);
  }

  sendAlone(request: WebRequest, reply: WebReply, page: Pick<Page, 'view' | 'title' | 'model'>): WebReply {
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(this.renderAlone(request, page));
  }

  /** After something was done: on to the page that shows it (303), which says so once. */
  redirect(reply: WebReply, url: string, notice?: Notice): WebReply {
    if (notice)
      reply.setCookie(NOTICE_COOKIE, Buffer.from(JSON.stringify(notice)).toString('base64url'), {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.publicUrl.startsWith('https:'),
        maxAge: 60,
      });
    return reply.redirect(url, 303);
  }

  private shell(request: WebRequest, reply: WebReply, page: Page) {
    const t = this.translate(request);
    const actor = request.actor;
    const role = actor && actor.role !== 'system' ? actor.role : null;
    return pageShell({
      locale: request.locale,
      title: page.title,
      path: request.url,
      regionName: actor?.regionName ?? null,
      person: actor && role ? { name: actor.name, roleLabel: t(this.navigation.roleLabel(role)) } : null,
      navigation: this.navigation.entriesFor(role).map((entry) => ({
        label: t(entry.label),
        links: ('links' in entry ? entry.links : [entry]).map(({ href, label }) => ({
          href,
          label: t(label),
        })),
      })),
      above: page.above ?? [],
      notice: this.takeNotice(request, reply, t),
      demoData: actor?.regionIsDemo ?? false,
      resends: page.resends ?? null,
    });
  }

  /** A notice that was tampered with, or is of an older version, is left unsaid. */
  private takeNotice(request: WebRequest, reply: WebReply, t: Translate): ShellNotice | null {
    const cookie = request.cookies[NOTICE_COOKIE];
    if (!cookie) return null;
    reply.clearCookie(NOTICE_COOKIE, { path: '/' });
    try {
      const { kind, key, params } = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Notice;
      return {
        kind: ['ok', 'info', 'warning', 'error'].includes(kind) ? kind : 'info',
        text: t(key, params ?? {}),
      };
    } catch {
      return null;
    }
  }
}
