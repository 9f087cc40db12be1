import { CREDENTIALS, listAddress, written, type Publication } from './publication.rules.js';

/** Places in the status lists of a region, counted through all lists. */
export interface Places {
  /** The first that was not handed out yet. */
  readonly next: number;
  /** Of badges that count. */
  readonly counting: readonly number[];
}

/** The fewest places that a list may have (W3C Bitstring Status List 1.0), so that one place stands among many. */
export const LIST_LENGTH = 131_072;

/** Where a badge says that it can be looked up whether it still counts. */
export function statusOf(index: number, publication: Publication) {
  const list = listAddress(publication, Math.floor(index / LIST_LENGTH));
  const place = index % LIST_LENGTH;
  return {
    id: `${list}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place),
    statusListCredential: list,
  };
}

/**
 * A list in which the places that were handed out and do not count are marked as revoked. What was not handed out is
 * not marked: who keeps the list for a while must not take a badge of a minute ago for a revoked one.
 */
export function statusBits(list: number, { next, counting }: Places): Uint8Array {
  const bits = new Uint8Array(LIST_LENGTH / 8);
  const first = list * LIST_LENGTH;
  for (let place = 0; place < Math.min(next - first, LIST_LENGTH); place++) bits[place >> 3]! |= bitOf(place);
  for (const index of counting) bits[(index - first) >> 3]! &= ~bitOf(index - first);
  return bits;
}

/**
 * A status list (W3C Bitstring Status List 1.0) that is still to be signed.
 * @param encodedList its bits, compressed, in multibase
 * @param since the moment from which the list counts
 */
export function unsignedStatusList(list: number, encodedList: string, publication: Publication, since: Date) {
  const id = listAddress(publication, list);
  return {
    '@context': [CREDENTIALS],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: publication.issuer,
    validFrom: written(since),
    credentialSubject: {
      ...{ id: `${id}#list`, type: 'BitstringStatusList' },
      ...{ statusPurpose: 'revocation', encodedList },
    },
  };
}

// The first place of a list is the left-most bit of its first byte.
const bitOf = (place: number) => 0x80 >> (place & 7);
