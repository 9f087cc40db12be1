/** A text as words of letters and digits, without accents, a space on either side; nothing for no words. */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? '' : ` ${words} `;
}

const LEGAL_FORMS = /(?<= )(b v|bv|n v|nv|vof|v o f|stichting|cooperatie|coop|u a|ua)(?= )/g;

/** By what a supplier is the same, with or without its legal form, however it is written. */
export function supplierKey(name: string): string {
  return plainWords(name).replaceAll(LEGAL_FORMS, '').replaceAll(/ +/g, ' ').trim();
}
