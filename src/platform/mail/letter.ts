import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';
import type { Locale } from '../../shared/locale.js';

/** What a mail says, already in the reader's language; one layout for HTML and one for plain text. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly closing: readonly string[];
}

interface Layouts {
  readonly html: Handlebars.TemplateDelegate;
  readonly text: Handlebars.TemplateDelegate;
}

const FOLDER = join(import.meta.dirname, '../../../views/mail');
let layouts: Promise<Layouts> | null = null;

/** Renders both parts of a mail. */
export async function renderLetter(letter: Letter, locale: Locale): Promise<{ html: string; text: string }> {
  layouts ??= compileLayouts();
  const { html, text } = await layouts;
  return { html: html({ ...letter, locale }), text: text({ ...letter, locale }) };
}

/** MJML first, then Handlebars: MJML would otherwise escape the values once more. */
async function compileLayouts(): Promise<Layouts> {
  const source = await readFile(join(FOLDER, 'letter.mjml'), 'utf8');
  const { html } = await mjml2html(source, { validationLevel: 'strict' });
  const engine = Handlebars.create();
  return {
    html: engine.compile(html, { strict: true }),
    text: engine.compile(await readFile(join(FOLDER, 'letter.txt.hbs'), 'utf8'), {
      strict: true,
      noEscape: true,
    }),
  };
}
