/**
 * A text as we keep it: Unicode NFC, line ends as `\n`, no space around it. Null when it holds a character
 * that cannot be stored or shown: a control character (NUL among them), half of a surrogate pair, or the sign that
 * stands for a character that was lost (U+FFFD, from a text in another encoding). Line ends and tabs are allowed only
 * in a text of many lines.
 */
export function cleanText(raw: string, lines: 'one' | 'many'): string | null {
  const text = raw.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const forbidden = lines === 'one' ? /[\p{Cc}\p{Cs}\uFFFD]/u : /(?![\n\t])[\p{Cc}\p{Cs}\uFFFD]/u;
  return forbidden.test(text) ? null : text;
}
