import type { Config } from '../platform/config/config.js';
import type { WebReply } from '../platform/web/request.js';
import { SIGN_IN_LASTS_MS } from './tokens.rules.js';

const isHttps = (config: Config): boolean => config.publicUrl.startsWith('https:');

/** The cookie's name; the prefix makes browsers insist on https and this host alone (RFC 6265bis). */
export function signInCookie(config: Config): string {
  return isHttps(config) ? '__Host-sign-in' : 'sign-in';
}

export function signInCookieOptions(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(config) } as const;
}

/** From the next request on, this browser is signed in. */
export function giveSignInCookie(reply: WebReply, config: Config, secret: string): void {
  reply.setCookie(signInCookie(config), secret, {
    ...signInCookieOptions(config),
    maxAge: SIGN_IN_LASTS_MS / 1000,
  });
}
