import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { optionalLines, requiredText, wholeNumber } from '../platform/web/fields.js';
import { locales, type Locale } from '../shared/locale.js';
import { blocks, isNeeded, longestOf, mailKinds, valuesOf } from '../wording/mail-kinds.rules.js';
import type { Block, MailKind } from '../wording/mail-kinds.rules.js';
import type { Fault } from '../wording/template.rules.js';
import { faultIn } from '../wording/template.rules.js';
import { eachBlock, type Texts } from '../wording/wording.rules.js';

/** How an address names a kind of mail in a language: `reminder-nl`. */
export const mailTextId = z
  .enum(mailKinds.flatMap((kind) => locales.map((locale) => `${kind}-${locale}` as const)))
  .transform((id) => ({
    kind: id.slice(0, -3) as MailKind,
    locale: id.slice(-2) as Locale,
  }));
export type MailTextId = z.output<typeof mailTextId>;
export const idOf = ({ kind, locale }: MailTextId): string => `${kind}-${locale}`;

/** The texts of a kind of mail, with every fault in them at once. */
export function textsOfKind(kind: MailKind) {
  return z.object(eachBlock((block) => blockText(block, kind)));
}

/**
 * The same as a form sends them, with the version that the writer looked at. A block that is set back says again what
 * it would say otherwise, whatever stands in its field.
 */
export function mailTextForm(kind: MailKind, otherwise: Texts) {
  return z.preprocess(
    (sent: Record<string, unknown>) => ({ ...sent, ...setBack(sent, otherwise) }),
    textsOfKind(kind).extend({ version: wholeNumber(0, 999_999_999) }),
  );
}

function setBack(sent: Record<string, unknown>, otherwise: Texts): Partial<Texts> {
  const ticked = blocks.filter((block) => sent[`${block}IsStandard`] === 'on');
  return Object.fromEntries(ticked.map((block) => [block, otherwise[block]]));
}

function blockText(block: Block, kind: MailKind) {
  const names = valuesOf(kind);
  const written = block === 'subject' ? requiredText(longestOf(block)) : optionalLines(longestOf(block));
  return written.transform((text, context) => {
    const fault = text === null ? null : faultIn(text, names);
    if (fault) context.addIssue({ code: 'custom', params: faultText(fault, names) });
    if (text === null && isNeeded(block))
      context.addIssue({ code: 'custom', params: { key: 'web.validation.required' } });
    return text ?? '';
  });
}

function faultText(fault: Fault, names: readonly string[]) {
  const words = { line: fault.line, names: names.map(inBraces).join(', ') };
  return fault.kind === 'unknown'
    ? { key: 'mail-texts.fault.unknown' satisfies MessageKey, name: inBraces(fault.name), ...words }
    : { key: 'mail-texts.fault.notAName' satisfies MessageKey, ...words };
}

/** A name as one writes it in a text. */
export const inBraces = (name: string): string => `{{${name}}}`;
