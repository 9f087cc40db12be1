import type { Config } from '../platform/config/config.js';

const isHttps = (config: Config): boolean => config.publicUrl.startsWith('https:');

/** The cookie's name; the prefix makes browsers insist on https and this host alone (RFC 6265bis). */
export function signInCookie(config: Config): string {
  return isHttps(config) ? '__Host-sign-in' : 'sign-in';
}

export function signInCookieOptions(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(config) } as const;
}
