import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import { multibase58 } from './base58.js';

/** JSON-LD contexts by their address. */
export type Contexts = ReadonlyMap<string, object>;

/** A document that says in `@context` what its words mean. */
export type LinkedDocument = Readonly<Record<string, unknown>> & { readonly '@context': readonly string[] };

export interface Proof {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-rdfc-2022';
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

// The multicodec of an Ed25519 public key, before its 32 bytes.
const ED25519_PUB = [0xed, 0x01];

/** The public half of an Ed25519 key as a Multikey (W3C Controlled Identifiers 1.0). */
export function multikeyOf(secret: KeyObject): string {
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  return multibase58(Buffer.concat([Buffer.from(ED25519_PUB), Buffer.from(x!, 'base64url')]));
}

/**
 * Signs a document by eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2). What the contexts do not
 * define is refused and nothing is fetched.
 * @param key where the public half of `secret`, an Ed25519 key, is published
 * @throws Error for a word or a context that is not known
 */
export async function proofOf(
  document: LinkedDocument,
  {
    secret,
    key,
    contexts,
  }: { readonly secret: KeyObject; readonly key: string; readonly contexts: Contexts },
  now: Date,
): Promise<Proof> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: `${now.toISOString().slice(0, 19)}Z`,
    verificationMethod: key,
    proofPurpose: 'assertionMethod',
  } as const;
  const hashes = await Promise.all(
    [{ '@context': document['@context'], ...options }, document].map((part) => hashOf(part, contexts)),
  );
  return { ...options, proofValue: multibase58(sign(null, Buffer.concat(hashes), secret)) };
}

async function hashOf(document: LinkedDocument, contexts: Contexts): Promise<Buffer> {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: (url: string) => Promise.resolve(known(url, contexts)),
  };
  // The types of the package are of before RDFC-1.0 and its safe mode.
  const canonical = await jsonld.canonize(
    document as JsonLdDocument,
    options as unknown as Options.Normalize,
  );
  return createHash('sha256').update(canonical).digest();
}

function known(url: string, contexts: Contexts) {
  const document = contexts.get(url);
  if (!document) throw new Error(`No context of ${url} comes with the product`);
  return { documentUrl: url, document };
}
