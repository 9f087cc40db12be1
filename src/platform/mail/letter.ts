import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Locale } from '../../shared/locale.js';

/** What a mail says, already in the reader's language; one layout for HTML and one for plain text. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly closing: readonly string[];
  readonly wording?: WordingVersions;
}

/** Which versions of the region's and the municipality's own words are in a letter; null for none of theirs. */
export interface WordingVersions {
  readonly region: number | null;
  readonly municipality: number | null;
}

interface Layouts {
  readonly html: Handlebars.TemplateDelegate;
  readonly text: Handlebars.TemplateDelegate;
}

const ROOT = join(import.meta.dirname, '../../..');
let layouts: Promise<Layouts> | null = null;

/**
 * Renders both parts of a mail.
 * @param sender on whose behalf it is sent, at its head; null for nobody in particular
 */
export async function renderLetter(
  letter: Letter,
  locale: Locale,
  sender: string | null,
): Promise<{ html: string; text: string }> {
  layouts ??= readLayouts();
  const { html, text } = await layouts;
  // Lists of mail show this behind the subject.
  const preheader = letter.paragraphs[0] ?? letter.greeting;
  const values = { ...letter, locale, sender, preheader };
  return { html: html(values), text: text(values) };
}

/** The HTML is made of MJML when the product is built; see `bin/build-mail.mjs`. */
async function readLayouts(): Promise<Layouts> {
  const read = (path: string) => readFile(join(ROOT, path), 'utf8');
  const engine = Handlebars.create();
  return {
    html: engine.compile(await read('dist/mail/letter.html.hbs'), { strict: true }),
    text: engine.compile(await read('views/mail/letter.txt.hbs'), { strict: true, noEscape: true }),
  };
}
