/**
 * Characters that cannot be stored or shown: control characters (NUL among them), half of a surrogate pair, the sign
 * that stands for a character that was lost (U+FFFD, from a text in another encoding), and the signs that turn the
 * direction of writing around, with which 'live' is shown for 'evil'. Letters written from right to left need none.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFD\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text as we keep it: Unicode NFC, line ends as `\n`, no space around it. Null when it holds a forbidden
 * character. Line ends and tabs are allowed only in a text of many lines.
 */
export function cleanText(raw: string, lines: 'one' | 'many'): string | null {
  const text = raw.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const checked = lines === 'one' ? text : text.replaceAll(/[\n\t]/g, '');
  return checked.search(FORBIDDEN) === -1 ? text : null;
}

/** A text in which every forbidden character is marked, so that it can be shown. */
export function withForbiddenMarked(raw: string): string {
  return raw.replaceAll(FORBIDDEN, '\uFFFD');
}
