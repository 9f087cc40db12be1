/** What someone may not eat and what someone needs to take part, in their own words; null where there is nothing to say. */
export interface Wishes {
  readonly dietary: string | null;
  readonly accessibility: string | null;
}

/** Which wishes a session asks for. */
export interface AskedWishes {
  readonly asksDietary: boolean;
  readonly asksAccessibility: boolean;
}

/** In characters. */
export const LONGEST_WISH = 300;

export const NO_WISHES: Wishes = { dietary: null, accessibility: null };

/** Of these wishes, what the session asks for: the rest is not needed, and so not kept. */
export function onlyAsked(
  { dietary, accessibility }: Wishes,
  { asksDietary, asksAccessibility }: AskedWishes,
): Wishes {
  return {
    dietary: asksDietary ? dietary : null,
    accessibility: asksAccessibility ? accessibility : null,
  };
}

export function hasWishes({ dietary, accessibility }: Wishes): boolean {
  return dietary !== null || accessibility !== null;
}

export function asksWishes({ asksDietary, asksAccessibility }: AskedWishes): boolean {
  return asksDietary || asksAccessibility;
}
