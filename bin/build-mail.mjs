/**
 * Makes dist/mail/letter.html.hbs: the layout of a mail as the HTML that mail programs understand, with the places for
 * its values left in it. MJML goes first, then Handlebars: MJML would otherwise escape the values once more.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/mail');

const source = readFileSync(join(root, 'views/mail/letter.mjml'), 'utf8');
// A mail program fetches nothing: everything that it needs is in the mail.
const { html } = await mjml2html(source, { validationLevel: 'strict', fonts: {} });
mkdirSync(target, { recursive: true });
const beside = join(target, `letter.${process.pid}`);
writeFileSync(beside, html);
renameSync(beside, join(target, 'letter.html.hbs'));
