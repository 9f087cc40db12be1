import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { messages } from '../../src/messages.js';
import type { Locale } from '../../src/shared/locale.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import { pageShell, type PageShell } from '../../src/platform/web/page-shell.js';
import { Views, viewsFolder } from '../../src/platform/web/views.js';

export const translator = createTranslator(messages);

export const views = new Views(viewsFolder, translator, {
  css: '/assets/app.css',
  icon: '/assets/favicon.svg',
  livePreview: '/assets/live-preview.js',
  deviceScripts: { folder: '/assets/device', names: [] },
});

/** A shell with everything in it, so that the layout is seen in full around every page. */
export function fullShell(locale: Locale): PageShell {
  return pageShell({
    locale,
    title: 'Voorbeeldpagina',
    path: '/sessions/1?page=2',
    regionName: 'Voorbeeldregio',
    person: { name: 'Voorbeeld van der Voorbeeldenstein-Özgür', roleLabel: 'coördinator' },
    navigation: [
      { label: 'Start', links: [{ href: '/', label: 'Start' }] },
      {
        label: 'Planning',
        links: [
          { href: '/sessions', label: 'Uitvoeringen' },
          { href: '/courses', label: 'Trainingen' },
        ],
      },
      {
        label: 'Geld',
        links: [
          { href: '/budget', label: 'Begroting' },
          { href: '/ledger', label: 'Uitgaven' },
        ],
      },
    ],
    above: [{ href: '/sessions', label: 'Uitvoeringen' }],
    notice: { kind: 'ok', text: 'Bewaard' },
    demoData: true,
    resends: null,
  });
}

/** A shell as someone sees it who is not signed in. */
export function bareShell(locale: Locale): PageShell {
  return pageShell({
    locale,
    title: 'Voorbeeldpagina',
    path: '/',
    regionName: null,
    person: null,
    navigation: [],
    above: [],
    notice: null,
    demoData: false,
    resends: null,
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Blank lines and spaces are what templates leave behind; no reader sees them.
    'no-trailing-whitespace': 'off',
    // Titles hold what people typed; a long one is cut by the browser, not by us.
    'long-title': 'off',
    // Boxes of which several can be ticked share a name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  },
});

/** What is wrong with the HTML, one line each. */
export function htmlFaults(html: string): string[] {
  const report = validator.validateStringSync(html);
  return report.results.flatMap(({ messages: faults }) =>
    faults.map(
      ({ ruleId, message, line }) => `${ruleId}: ${message} (${html.split('\n')[line - 1]?.trim()})`,
    ),
  );
}

/** The pages of the product by name: every view but layouts, partials and mails. */
export function pageNames(): string[] {
  return viewFiles()
    .map((file) => file.slice(0, -'.hbs'.length))
    .filter((name) => !/^(layouts|partials|mail)\//.test(name))
    .sort();
}

const viewFiles = (): string[] =>
  readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hbs'));

/** Models by view name, from every file in samples/: `export const samples = { 'feature/view': [model, ...] }`. */
export async function allSamples(): Promise<Map<string, readonly object[]>> {
  const folder = join(import.meta.dirname, 'samples');
  const found = new Map<string, readonly object[]>();
  // One after the other: Jest cannot load modules that share imports at the same time.
  for (const file of readdirSync(folder)) {
    const { samples } = (await import(join(folder, file))) as { samples: Record<string, object[]> };
    for (const [name, models] of Object.entries(samples)) found.set(name, models);
  }
  return found;
}
