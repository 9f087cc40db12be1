/** The contexts that say what the words in published documents mean. */
export const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0';
export const OPEN_BADGES_CONTEXT = `${OPEN_BADGES}/context-3.0.3.json`;

/** How long a key signs before a newer one comes in its place. */
const KEY_MONTHS = 12;

/** Where the documents of one region's badges are published, with which anyone verifies them. */
export interface Publication {
  /** The address of the issuer, which is its identifier too. */
  readonly issuer: string;
  readonly issuerName: string;
  readonly homepage: string;
}

/** Where the issuer of a region is published; `publicUrl` has no slash at its end. */
export function publicationOf(publicUrl: string, region: { id: string; name: string }): Publication {
  return {
    issuer: `${publicUrl}/open-badges/issuers/${region.id}`,
    issuerName: region.name,
    homepage: publicUrl,
  };
}

export const keyAddress = ({ issuer }: Publication, multikey: string) => `${issuer}#${multikey}`;
export const jwkAddress = ({ issuer }: Publication, keyId: string) => `${issuer}/keys/${keyId}`;
export const listAddress = ({ issuer }: Publication, list: number) => `${issuer}/status-lists/${list}`;

/** A region as an issuer: who it is and which keys its badges may be signed with (multikeys). */
export function issuerDocument(publication: Publication, multikeys: readonly string[]) {
  const { issuer, issuerName, homepage } = publication;
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      OPEN_BADGES_CONTEXT,
    ],
    ...{ id: issuer, type: ['Profile'], name: issuerName, url: homepage },
    assertionMethod: multikeys.map((publicKeyMultibase) => ({
      id: keyAddress(publication, publicKeyMultibase),
      type: 'Multikey',
      controller: issuer,
      publicKeyMultibase,
    })),
  };
}

/** Whether a key that was made then has signed for long enough. */
export function isKeyOld(madeAt: Date, now: Date): boolean {
  const until = new Date(madeAt);
  until.setUTCMonth(until.getUTCMonth() + KEY_MONTHS);
  return now >= until;
}

/** A moment as credentials write it. */
export const written = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;
