/** The values of a form with its dotted names (`parts.0.date`) unfolded, or the names that are not ours. */
export type Unfolded =
  | { readonly ok: true; readonly values: Record<string, unknown> }
  | { readonly ok: false; readonly names: string[] };

const highestIndex = 50;
const deepestName = 4;
const segmentPattern = /^(?:[a-z][A-Za-z0-9]*|\d{1,2})$/;
// Writing these would reach the prototype of every object.
const dangerous = new Set(['constructor', 'prototype']);

/**
 * Unfolds the body of a form: `{ 'parts.0.date': '2027-01-14' }` becomes `{ parts: [{ date: ... }] }`.
 * Refuses names that are no path of ours, an index above 50, and names that contradict each other.
 */
export function unfoldNames(body: unknown): Unfolded {
  const values: Record<string, unknown> = {};
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const refused = sent.filter(([name, value]) => !place(values, name.split('.'), value));
  return refused.length === 0 ? { ok: true, values } : { ok: false, names: refused.map(([name]) => name) };
}

function place(values: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  if (path.length > deepestName || !path.every(isSegment) || isIndex(path[0] ?? '')) return false;
  let holder: unknown = values;
  for (const [depth, segment] of path.entries()) {
    // A list takes only indexes and a group only names, so `parts.0` beside `parts.date` is refused.
    if (typeof holder !== 'object' || holder === null || Array.isArray(holder) !== isIndex(segment))
      return false;
    const level = holder as Record<string, unknown>;
    const deeper = path[depth + 1];
    if (deeper === undefined && Object.hasOwn(level, segment)) return false;
    if (deeper === undefined) level[segment] = value;
    else if (!Object.hasOwn(level, segment)) level[segment] = isIndex(deeper) ? [] : {};
    holder = level[segment];
  }
  return true;
}

const isIndex = (segment: string): boolean => /^\d+$/.test(segment);

const isSegment = (segment: string): boolean =>
  segmentPattern.test(segment) &&
  !dangerous.has(segment) &&
  !(isIndex(segment) && Number(segment) > highestIndex);
