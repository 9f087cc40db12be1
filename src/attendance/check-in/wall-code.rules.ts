import { timingSafeEqual } from 'node:crypto';
import { idAt, idBytes, sign, SIGNATURE_BYTES } from '../../enrolment/entry-code.rules.js';
import { localDateOf } from '../../shared/local-date.js';

/** How long a code is on the wall before the next one takes its place. */
const PERIOD_MILLISECONDS = 30_000;
// Whoever scans at the last moment has a minute to read the page and press; a photo sent home is worth little more.
const PERIODS_AFTER = 2;
const ID_BYTES = 16;
const PERIOD_BYTES = 4;

/** A code of the wall as it was read, of which it is not yet known whether it is genuine. */
export interface ReadWallCode {
  readonly sessionId: string;
  /** Which one it is, counted in periods of 30 seconds from 1970. */
  readonly period: number;
  readonly signature: Buffer;
}

/** The code that is on the wall of a session at this moment: 43 characters, base64url. */
export function wallCode(sessionId: string, now: Date, secret: Uint8Array): string {
  const content = contentOf({ sessionId, period: periodOf(now) });
  return Buffer.concat([content, sign(content, secret)]).toString('base64url');
}

/** How long the code of this moment stays on the wall, in whole seconds, 1 to 30. */
export function secondsUntilNextCode(now: Date): number {
  return Math.ceil(((periodOf(now) + 1) * PERIOD_MILLISECONDS - now.getTime()) / 1000);
}

/** Reads a code of the wall; null for what is none. */
export function readWallCode(code: string): ReadWallCode | null {
  const bytes = Buffer.from(code, 'base64url');
  if (bytes.toString('base64url') !== code) return null;
  if (bytes.length !== ID_BYTES + PERIOD_BYTES + SIGNATURE_BYTES) return null;
  return {
    sessionId: idAt(bytes, 0),
    period: bytes.readUInt32BE(ID_BYTES),
    signature: bytes.subarray(-SIGNATURE_BYTES),
  };
}

/** Whether a code is on the wall, or was until a minute ago. `secret` is the key of its session. */
export function isFromTheWall(code: ReadWallCode, secret: Uint8Array, now: Date): boolean {
  const age = periodOf(now) - code.period;
  return age >= 0 && age <= PERIODS_AFTER && timingSafeEqual(code.signature, sign(contentOf(code), secret));
}

/** The part in which someone who comes in now takes part: the first of this local date that is not over. */
export function partToEnter<Part extends { readonly localDate: string; readonly endsAt: Date }>(
  parts: readonly Part[],
  now: Date,
): Part | null {
  const today = localDateOf(now);
  return parts.find(({ localDate, endsAt }) => localDate === today && now < endsAt) ?? null;
}

function periodOf(now: Date): number {
  return Math.floor(now.getTime() / PERIOD_MILLISECONDS);
}

function contentOf({ sessionId, period }: Omit<ReadWallCode, 'signature'>): Buffer {
  const counted = Buffer.alloc(PERIOD_BYTES);
  counted.writeUInt32BE(period);
  return Buffer.concat([idBytes(sessionId), counted]);
}
