import type { ListedPerson } from './group-list.rules.js';

/** Someone of the register, as a list may name them. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** Who a line of a list is, or why nobody can be enrolled by it. */
export type Matched = { readonly line: number; readonly written: string } & (
  | { readonly kind: 'person'; readonly person: Known }
  | { readonly kind: 'twice'; readonly person: Known; readonly earlier: number }
  | { readonly kind: 'unknown'; readonly email: string | null; readonly name: string | null }
  | { readonly kind: 'several-people' | 'several-addresses' | 'nothing-to-go-by' }
);

/** Finds the people of a list among those of the register who were looked up for it. Only an exact match counts. */
export function matchPeople(list: readonly ListedPerson[], register: readonly Known[]): Matched[] {
  const byEmail = new Map(register.map((person) => [person.email, person]));
  const byName = new Map<string, Known[]>();
  for (const person of register) {
    const key = nameKey(person.name, person.organisation);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const firstLine = new Map<string, number>();
  return list.map((listed): Matched => {
    const { line, written } = listed;
    if (listed.by === 'nothing') return { line, written, kind: listed.reason };
    const found =
      listed.by === 'email'
        ? [byEmail.get(listed.email)].filter((person) => person !== undefined)
        : (byName.get(nameKey(listed.name, listed.organisation)) ?? []);
    if (found.length > 1) return { line, written, kind: 'several-people' };
    const [person] = found;
    if (!person) {
      const email = listed.by === 'email' ? listed.email : null;
      return { line, written, kind: 'unknown', email, name: listed.name };
    }
    const earlier = firstLine.get(person.id);
    if (earlier !== undefined) return { line, written, kind: 'twice', person, earlier };
    firstLine.set(person.id, line);
    return { line, written, kind: 'person', person };
  });
}

/** The people whom a list means, in its order. */
export const idsOf = (list: readonly Matched[]): string[] =>
  list.flatMap((row) => (row.kind === 'person' ? [row.person.id] : []));

/** A name within an organisation, whatever the capitals and the spaces. */
const nameKey = (name: string, organisation: string): string => `${likened(name)}\n${likened(organisation)}`;

const likened = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
