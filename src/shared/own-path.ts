/** A path of this site that one can go back to; null for anything that could lead elsewhere, or to signing in. */
export function ownPath(path: unknown): string | null {
  const own =
    typeof path === 'string' && /^\/(?!\/)[!-[\]-~]{0,1000}$/.test(path) && !path.startsWith('/sign-in');
  return own ? path : null;
}
