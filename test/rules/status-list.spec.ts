import fc from 'fast-check';
import { publicationOf } from '../../src/certificates/open-badge/publication.rules.js';
import {
  LIST_LENGTH,
  statusBits,
  statusOf,
  type Places,
} from '../../src/certificates/open-badge/status-list.rules.js';
import { multibase58 } from '../../src/platform/signing/base58.js';
import { fromBase58 } from '../support/open-badges/verifier.js';

const publication = publicationOf('https://leerlijn.example.nl', { id: 'regio', name: 'Flevoland' });
/** Places that were handed out, of which some count. */
const places = fc.nat({ max: 3 * LIST_LENGTH }).chain((next) =>
  fc.record({
    next: fc.constant(next),
    counting:
      next === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat({ max: next - 1 }), { maxLength: 3 }),
  }),
);

/** What a reader finds at a place that a badge names. */
function isRevoked(index: number, known: Places): boolean {
  const { statusListCredential, statusListIndex } = statusOf(index, publication);
  const list = Number(statusListCredential.split('/').at(-1));
  const counting = known.counting.filter((each) => Math.floor(each / LIST_LENGTH) === list);
  const place = Number(statusListIndex);
  // The left-most bit of the first byte is the first place (W3C Bitstring Status List 1.0, 3.3).
  const bits = statusBits(list, { ...known, counting });
  return bits[Math.floor(place / 8)]!.toString(2).padStart(8, '0')[place % 8] === '1';
}

test('a badge is revoked when its place was handed out and does not count, in whichever list', () => {
  fc.assert(
    fc.property(places, fc.nat({ max: 4 * LIST_LENGTH - 1 }), (known, any) => {
      for (const index of [any, ...known.counting])
        expect(isRevoked(index, known)).toBe(index < known.next && !known.counting.includes(index));
    }),
  );
});

test('a list is as long as the standard asks', () => {
  expect(statusBits(0, { next: 0, counting: [] })).toHaveLength(16 * 1024);
});

test('bytes in base58 are read back as they were, zeros in front too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat({ max: 3 }), (rest, zeros) => {
      const bytes = Buffer.concat([Buffer.alloc(zeros), rest]);
      if (bytes.some((byte) => byte !== 0)) expect(fromBase58(multibase58(bytes)).equals(bytes)).toBe(true);
    }),
  );
  expect(multibase58(Buffer.from('Hello World!'))).toBe('z2NEpo7TZRRrLZSi2U');
  expect(multibase58(Buffer.from([0, 0, 0x28, 0x7f, 0xb4, 0xcd]))).toBe('z11233QC4');
});
