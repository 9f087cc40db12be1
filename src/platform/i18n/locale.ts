import { locales, type Locale } from '../../shared/locale.js';

const isLocale = (text: string): text is Locale => locales.some((locale) => locale === text);

/**
 * The reader's language: an earlier choice (cookie) first, then the browser's `Accept-Language` by
 * weight (RFC 9110, 12.5.4), then Dutch.
 */
export function localeFrom(acceptLanguage: string | undefined, cookie: string | undefined): Locale {
  if (cookie !== undefined && isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(weightedLanguage)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? 'nl';
}

function weightedLanguage(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
