/** Texts of one part of the product in both languages, under the same flat keys. */
export interface Messages<Key extends string = string> {
  readonly nl: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** The keys of a set of messages, plural forms included (`sessions.seats_one`). */
export type DefinedKey<Part> = Part extends Messages<infer Key> ? Key : never;

/** The keys code may ask for: both plural forms (`_one`, `_other`) are asked for by their stem and a count. */
export type AskableKey<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other`
  ? Stem
  : Key;

/**
 * Declares the texts of one feature. A key that is missing in English, or stands there only, does not
 * compile. Keys are flat (`'sessions.list.title'`), placeholders are written `{{name}}`.
 */
export function defineMessages<const Dutch extends Readonly<Record<string, string>>>(messages: {
  nl: Dutch;
  en: Readonly<Record<keyof NoInfer<Dutch>, string>>;
}): Messages<keyof Dutch & string> {
  return messages;
}

/** Puts the features' texts together; throws when two features define the same key. */
export function compose<const Parts extends readonly Messages<never>[]>(
  ...parts: Parts
): Messages<DefinedKey<Parts[number]>> {
  return { nl: merge(parts.map((part) => part.nl)), en: merge(parts.map((part) => part.en)) };
}

function merge<Key extends string>(sets: readonly Readonly<Record<string, string>>[]): Record<Key, string> {
  const merged: Record<string, string> = {};
  for (const [key, text] of sets.flatMap((set) => Object.entries(set))) {
    if (key in merged) throw new Error(`The text '${key}' is defined twice`);
    merged[key] = text;
  }
  return merged;
}
