import { sign, type KeyObject } from 'node:crypto';

/**
 * Signs claims as a JWT in the compact form, by RS256 (RFC 7515, RFC 7519).
 * @param kid where the public half of `secret`, an RSA key, is published as a JWK
 */
export function signJwt(claims: object, { secret, kid }: { secret: KeyObject; kid: string }): string {
  const signed = [{ alg: 'RS256', kid, typ: 'JWT' }, claims].map(encoded).join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), secret).toString('base64url')}`;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
