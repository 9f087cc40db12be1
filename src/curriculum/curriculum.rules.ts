import type { EntryLevel } from '../courses/course-level.rules.js';

/** What a curriculum asks of everyone with a function. */
export interface Requirement {
  readonly functionId: string;
  readonly level: EntryLevel;
  /** Who advises it; null where the municipality chose it itself. */
  readonly source: string | null;
}

/** A function as it stands in a curriculum; null asks nothing of it. */
export interface Wanted {
  readonly functionId: string;
  readonly level: EntryLevel | null;
  readonly source: string | null;
}

/** Where the advice comes from that a curriculum can be filled in with. */
export const ADVICE_SOURCE =
  'Handreiking Aanpak radicalisering en extremisme, VeiligheidsAlliantie Rotterdam (VAR)';

/**
 * The advice by the codes of functions. Its table asks a deepening training of who coordinates or makes policy, and to
 * recognise signals of desks, enforcement and the social domain: what the basic training teaches.
 */
const advice: Readonly<Record<string, EntryLevel>> = {
  aandachtsfunctionaris: 'advanced',
  beleidsmedewerker: 'advanced',
  baliemedewerker: 'basic',
  boa: 'basic',
  'medewerker-sociale-zaken': 'basic',
  wijkteammedewerker: 'basic',
};

/** What the advice adds to a curriculum: it changes nothing that is asked already. */
export function adviceFor(
  functions: readonly { readonly id: string; readonly code: string }[],
  standing: readonly Requirement[],
): Requirement[] {
  const asked = new Set(standing.map(({ functionId }) => functionId));
  return functions.flatMap(({ id, code }) => {
    const level = Object.hasOwn(advice, code) ? advice[code] : undefined;
    return level === undefined || asked.has(id) ? [] : [{ functionId: id, level, source: ADVICE_SOURCE }];
  });
}

/** What is to be written so that these functions stand as they are wanted; the others stay as they are. */
export function changesIn(standing: readonly Requirement[], wanted: readonly Wanted[]): Wanted[] {
  const before = new Map(standing.map((requirement) => [requirement.functionId, requirement]));
  return wanted.filter(({ functionId, level, source }) => {
    const known = before.get(functionId);
    return (known?.level ?? null) !== level || (level !== null && known?.source !== source);
  });
}

/**
 * The levels of a form as what is wanted: a level that stays keeps who advised it, another one is the municipality's own
 * choice.
 */
export function chosenIn(
  standing: readonly Requirement[],
  levels: readonly { readonly functionId: string; readonly level: EntryLevel | null }[],
): Wanted[] {
  const before = new Map(standing.map((requirement) => [requirement.functionId, requirement]));
  return levels.map(({ functionId, level }) => {
    const known = before.get(functionId);
    return { functionId, level, source: known?.level === level ? known.source : null };
  });
}
