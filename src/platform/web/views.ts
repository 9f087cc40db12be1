import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { MessageKey } from '../../messages.js';
import { formatCents, formatDate, formatInstant, type DateStyle } from '../i18n/format.js';
import type { MessageParams, Translator } from '../i18n/translator.js';
import type { Locale } from '../../shared/locale.js';
import type { Assets } from './assets.js';
import type { PageShell } from './page-shell.js';

/** The product's own views; the same place seen from `src/` and from the build in `dist/`. */
export const viewsFolder = fileURLToPath(new URL('../../../views', import.meta.url));

type HandlebarsEngine = ReturnType<typeof Handlebars.create>;

/**
 * The pages of the product. Every view is read and parsed when this is made. A view may use the helpers
 * `t`, `date`, `money`, `instant`, `if`, `unless` and `each`; the shell is `@shell`, the built files are
 * `@assets`. A value that the model lacks is an error: what may be absent is null.
 */
export class Views {
  private readonly engine: HandlebarsEngine = Handlebars.create();
  private readonly templates = new Map<string, Handlebars.TemplateDelegate>();

  constructor(
    folder: string,
    private readonly translator: Translator,
    private readonly assets: Assets,
  ) {
    this.allowOnlyOurHelpers();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.hbs'))
        this.add(file.slice(0, -'.hbs'.length), readFileSync(join(folder, file), 'utf8'));
    }
  }

  /** Renders a view, named by its path without extension: 'sessions/list'. */
  render(view: string, model: object, shell: PageShell): string {
    return this.found(view)(model, { data: { shell, assets: this.assets } });
  }

  /** Renders a view that is a file by itself, without the page around it. */
  renderDocument(view: string, model: object, locale: Locale): string {
    return this.found(view)(model, { data: { shell: { locale } } });
  }

  private found(view: string): Handlebars.TemplateDelegate {
    const template = this.templates.get(view);
    if (template === undefined) throw new Error(`There is no view '${view}'`);
    return template;
  }

  private add(name: string, source: string): void {
    // Without preventIndent a partial's own indentation would end up inside a <textarea>.
    const options = { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: ourHelpers };
    const template = this.engine.compile(this.engine.parse(source), options);
    this.templates.set(name, template);
    this.engine.registerPartial(name, template);
  }

  private allowOnlyOurHelpers(): void {
    for (const name of ['with', 'lookup', 'log']) this.engine.unregisterHelper(name);
    for (const name of ['if', 'unless', 'each']) this.refuseUndefined(name);
    this.engine.registerHelper({
      t: (key: MessageKey, { data, hash }: Call) => this.translator(data.shell.locale)(key, hash),
      date: (localDate: string, style: DateStyle, { data }: Call) =>
        formatDate(localDate, data.shell.locale, style),
      money: (cents: bigint | number, { data }: Call) => formatCents(cents, data.shell.locale),
      instant: (instant: Date, { data }: Call) => formatInstant(instant, data.shell.locale),
    });
  }

  /** Strict mode lets a missing value pass as a helper's argument; a block must not hide it. */
  private refuseUndefined(name: string): void {
    const builtIn = this.engine.helpers[name];
    this.engine.registerHelper(name, function (this: unknown, value: unknown, options: object) {
      if (value === undefined) throw new Error(`{{#${name}}} was given a value that the model lacks`);
      return builtIn?.call(this, value, options) as unknown;
    });
  }
}

interface Call {
  readonly data: { readonly shell: PageShell };
  readonly hash: MessageParams;
}

const ourHelpers = {
  t: true,
  date: true,
  money: true,
  instant: true,
  if: true,
  unless: true,
  each: true,
  with: false,
  lookup: false,
  log: false,
};
