import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { multikeyOf } from '../../platform/signing/data-integrity.js';

/** What a new key is kept as. */
export interface MadeKey {
  readonly multikey: string;
  readonly jwk: object;
  /** PKCS #8. */
  readonly ed25519: Buffer;
  readonly rsa: Buffer;
}

/** Of which everyone says that it lasts beyond 2030. */
const RSA_BITS = 3072;

const generate = promisify(generateKeyPair);

/** Makes a key: an Ed25519 half for proofs inside a document and an RSA half for JWTs, of which Open Badges 3.0 asks RS256. */
export async function makeKey(): Promise<MadeKey> {
  const [edwards, rsa] = await Promise.all([
    generate('ed25519', {}),
    generate('rsa', { modulusLength: RSA_BITS }),
  ]);
  return {
    multikey: multikeyOf(edwards.privateKey),
    jwk: createPublicKey(rsa.privateKey).export({ format: 'jwk' }),
    ed25519: kept(edwards.privateKey),
    rsa: kept(rsa.privateKey),
  };
}

const kept = (secret: KeyObject) => secret.export({ format: 'der', type: 'pkcs8' });

export const secretOf = (kept: Buffer) => createPrivateKey({ key: kept, format: 'der', type: 'pkcs8' });
