import { randomInt } from 'node:crypto';
import type { Entitlement } from '../attendance/entitlement.rules.js';

// 31 characters without 0 O 1 I L, which look alike on paper; 31 is prime, on which the check character rests.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RANDOM_CHARACTERS = 14;

/**
 * Draws a certificate number such as LL-2026-7K3M9-QX2AB-CD4EF: the year of issue, 14 random characters (69 bits, so
 * nobody finds one by guessing) and a check character.
 */
export function drawNumber(year: number): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]!);
  return inGroups(String(year), random.join('') + checkCharacter(random));
}

/**
 * Reads a number as people type it: with or without its dashes, in any case. Null for what cannot be a number, such as
 * one with a character mistyped or two neighbours swapped.
 */
export function readNumber(typed: string): string | null {
  const bare = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const [, year, characters] = /^LL(\d{4})([2-9A-HJKMNP-Z]{15})$/.exec(bare) ?? [];
  if (!year || !characters) return null;
  const random = [...characters.slice(0, RANDOM_CHARACTERS)];
  return checkCharacter(random) === characters[RANDOM_CHARACTERS] ? inGroups(year, characters) : null;
}

function checkCharacter(random: readonly string[]): string {
  const sum = random.reduce(
    (total, character, index) => total + (index + 1) * ALPHABET.indexOf(character),
    0,
  );
  return ALPHABET[sum % ALPHABET.length]!;
}

function inGroups(year: string, characters: string): string {
  return ['LL', year, characters.slice(0, 5), characters.slice(5, 10), characters.slice(10)].join('-');
}

export const certificateStatuses = ['valid', 'expired', 'revoked'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What a certificate is worth on a local date; it is valid through its last day, and for always without one. */
export function statusOn(
  today: string,
  certificate: { readonly validUntil: string | null; readonly revokedAt: Date | null },
): CertificateStatus {
  if (certificate.revokedAt) return 'revoked';
  return certificate.validUntil !== null && certificate.validUntil < today ? 'expired' : 'valid';
}

export const revocationReasons = [
  'issued-in-error',
  'attendance-corrected',
  'details-wrong',
  'own-request',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** The certificate of a seat that counts, else the one that was taken back last; null when none was given. */
type Newest = { readonly isRevoked: boolean; readonly revocationReason: string | null } | null;

/**
 * What becomes of the certificate of a seat once its session is closed, a follow-up day was attended or attendance was
 * corrected, and whether it waits for such a day. What was taken back for another reason than a correction is not given
 * again, and nobody waits for it.
 */
export function afterDeciding(
  entitlement: Entitlement,
  newest: Newest,
): { readonly deed: 'issue' | 'revoke' | 'nothing'; readonly waits: boolean } {
  const isHeld = newest !== null && !newest.isRevoked;
  const mayBeGiven = isHeld || newest === null || newest.revocationReason === 'attendance-corrected';
  const waits = entitlement === 'waits' && mayBeGiven;
  if (isHeld) return { deed: entitlement === 'entitled' ? 'nothing' : 'revoke', waits };
  return { deed: entitlement === 'entitled' && mayBeGiven ? 'issue' : 'nothing', waits };
}

/** Whether two spellings are of one name: case, accents, spaces and hyphens do not matter. */
export function isSameName(one: string, other: string): boolean {
  return bareName(one) === bareName(other);
}

// Letters that Unicode does not take apart into a letter and an accent.
const WITHOUT_ACCENT: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

function bareName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...letters].map((letter) => WITHOUT_ACCENT[letter] ?? letter).join('');
}
