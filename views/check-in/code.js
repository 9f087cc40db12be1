/** Reading entry codes; how they are made stands in src/attendance/check-in/entry-code.rules.ts. */

const PERSON_BYTES = 30;
const GROUP_BYTES = 46;
const SIGNATURE_BYTES = 12;
const FIRST_DAY = Date.UTC(2020, 0, 1);

/**
 * The code in what a camera or a reader gave: the address of its page, or the code itself.
 * @param {string} text
 */
export function codeOf(text) {
  return text.trim().split('/').at(-1) ?? '';
}

/**
 * The local date that a code is for; null for what is no code.
 * @param {string} code
 */
export function dateOfCode(code) {
  const bytes = bytesOf(code);
  if (!bytes || (bytes.length !== PERSON_BYTES && bytes.length !== GROUP_BYTES)) return null;
  const place = bytes.length - SIGNATURE_BYTES - 2;
  const day = new DataView(bytes.buffer).getUint16(place);
  return new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * SHA-256 of a code as base64url, as the lists have it.
 * @param {string} code
 */
export async function fingerprint(code) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @param {string} code */
function bytesOf(code) {
  if (!/^[\w-]+$/.test(code)) return null;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
