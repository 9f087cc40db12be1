import { createInstance } from 'i18next';
import type { MessageKey } from '../../messages.js';
import { locales, type Locale } from '../../shared/locale.js';
import type { Messages } from './messages.js';

export type MessageParams = Readonly<Record<string, string | number>>;

/** The text of a key in one language, with its placeholders filled in; `count` chooses the plural form. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

export type Translator = (locale: Locale) => Translate;

/** Injection token of the product's Translator. */
export const TRANSLATOR = Symbol('TRANSLATOR');

/**
 * Makes the translator of a set of messages. It throws on an unknown key and on a placeholder without a
 * value. It does not escape: views do that.
 */
export function createTranslator(messages: Messages): Translator {
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    lng: 'nl',
    fallbackLng: false,
    resources: { nl: { translation: messages.nl }, en: { translation: messages.en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`There is no text for '${key}'`);
    },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`No value for ${match[0]} in '${text}'`);
    },
  });
  const byLocale = new Map(locales.map((locale) => [locale, i18n.getFixedT(locale)]));
  // Only the count is an option of i18next: it takes others, such as `ordinal`, for its own.
  return (locale) =>
    (key, params = {}) =>
      byLocale.get(locale)?.(key, { count: countIn(params), replace: params }) ?? key;
}

function countIn({ count }: MessageParams): number | undefined {
  return typeof count === 'number' ? count : undefined;
}
