import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** Whom a code lets in on one local date: one participant, or those of one organisation in a session. */
export type EntryPass =
  | { readonly kind: 'person'; readonly enrolmentId: string; readonly date: string }
  | {
      readonly kind: 'group';
      readonly sessionId: string;
      readonly organisationId: string;
      readonly date: string;
    };

/** A code as it was read, of which it is not yet known whether it is genuine. */
export interface ReadCode {
  readonly pass: EntryPass;
  readonly signature: Buffer;
}

const ID_BYTES = 16;
const DATE_BYTES = 2;
// 96 bits: nobody guesses one in the time that it is worth anything.
export const SIGNATURE_BYTES = 12;
const PERSON_BYTES = ID_BYTES + DATE_BYTES + SIGNATURE_BYTES;
const GROUP_BYTES = 2 * ID_BYTES + DATE_BYTES + SIGNATURE_BYTES;
const FIRST_DATE = Temporal.PlainDate.from('2020-01-01');
const LAST_DAY = 2 ** (8 * DATE_BYTES) - 1;

/** The code of a pass: 40 characters for a person, 62 for a group, base64url. `secret` is the key of the session. */
export function entryCode(pass: EntryPass, secret: Uint8Array): string {
  const content = contentOf(pass);
  return Buffer.concat([content, sign(content, secret)]).toString('base64url');
}

/** Reads a code, or the address that a QR code holds; null for what is neither. */
export function readEntryCode(text: string): ReadCode | null {
  const code = text.trim().split('/').at(-1)!;
  const bytes = Buffer.from(code, 'base64url');
  // Other spellings of the same bytes would get past what compares codes as text.
  if (bytes.toString('base64url') !== code) return null;
  if (bytes.length !== PERSON_BYTES && bytes.length !== GROUP_BYTES) return null;
  const content = bytes.subarray(0, -SIGNATURE_BYTES);
  const date = dateOf(content.readUInt16BE(content.length - DATE_BYTES));
  const [first, second] = [idAt(content, 0), idAt(content, ID_BYTES)];
  return {
    signature: bytes.subarray(-SIGNATURE_BYTES),
    pass:
      bytes.length === PERSON_BYTES
        ? { kind: 'person', enrolmentId: first, date }
        : { kind: 'group', sessionId: first, organisationId: second, date },
  };
}

/** Whether this code was signed with the key of the session. */
export function isGenuine({ pass, signature }: ReadCode, secret: Uint8Array): boolean {
  return timingSafeEqual(signature, sign(contentOf(pass), secret));
}

/** What a device keeps of a code: enough to recognise it, too little to make it. SHA-256 as base64url. */
export function fingerprint(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

function contentOf(pass: EntryPass): Buffer {
  const ids = pass.kind === 'person' ? [pass.enrolmentId] : [pass.sessionId, pass.organisationId];
  const date = Buffer.alloc(DATE_BYTES);
  date.writeUInt16BE(dayOf(pass.date));
  return Buffer.concat([...ids.map(idBytes), date]);
}

/** The 12 bytes with which a code shows that it is of this platform: an HMAC with SHA-256, cut short. */
export function sign(content: Uint8Array, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(content).digest().subarray(0, SIGNATURE_BYTES);
}

/** The 16 bytes of an id. */
export function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The id that begins at this byte. */
export function idAt(bytes: Buffer, start: number): string {
  const hex = bytes.subarray(start, start + ID_BYTES).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** @throws RangeError for a date before 2020 or after mid 2199, in which no session can be */
function dayOf(date: string): number {
  const day = FIRST_DATE.until(date, { largestUnit: 'day' }).days;
  if (day < 0 || day > LAST_DAY) throw new RangeError(`No entry code for ${date}`);
  return day;
}

function dateOf(day: number): string {
  return FIRST_DATE.add({ days: day }).toString();
}
