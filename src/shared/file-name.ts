/**
 * A text as a part of a file's name that every file system takes: nothing that separates folders or that Windows
 * refuses, at most `most` UTF-16 units long, and no space or dot at either end. May be empty.
 */
export function safeFileName(text: string, most: number): string {
  const safe = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  let cut = '';
  for (const letter of safe) {
    if (cut.length + letter.length > most) break;
    cut += letter;
  }
  return cut.replace(/[ .]+$/, '');
}
