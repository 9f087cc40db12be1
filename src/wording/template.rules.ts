import Handlebars from 'handlebars';
import type { ValueName, Values } from './mail-kinds.rules.js';

/** What keeps a text from being used; lines are counted from 1. */
export type Fault =
  | { readonly kind: 'unknown'; readonly line: number; readonly name: string }
  | { readonly kind: 'not-a-name'; readonly line: number };

/** A line of a text: words as they are, and names of values. */
type Line = readonly (string | { readonly name: string })[];

/** The first thing in a text that is neither words nor one of the names; null for a text that can be used. */
export function faultIn(text: string, names: readonly ValueName[]): Fault | null {
  for (const [index, written] of text.split('\n').entries()) {
    const line = lineOf(written);
    if (line === null) return { kind: 'not-a-name', line: index + 1 };
    const unknown = line.find((part) => typeof part !== 'string' && !isOneOf(names, part.name));
    if (unknown && typeof unknown !== 'string')
      return { kind: 'unknown', line: index + 1, name: unknown.name };
  }
  return null;
}

/**
 * The paragraphs of a text, one per line, with the values filled in. A line that names what has no value is left out:
 * a sentence around nothing tells nothing.
 */
export function paragraphsOf(text: string, values: Values): string[] {
  return text
    .split('\n')
    .map((written) => filled(lineOf(written), values))
    .filter((paragraph): paragraph is string => paragraph !== null && paragraph.trim() !== '');
}

function filled(line: Line | null, values: Values): string | null {
  const parts = line?.map((part) => (typeof part === 'string' ? part : valueOf(values, part.name)));
  return parts?.every((part) => part !== null) ? parts.join('') : null;
}

function valueOf(values: Values, name: string): string | null {
  return Object.hasOwn(values, name) ? (values[name as ValueName] ?? null) : null;
}

/**
 * Reads a line as Handlebars does, and takes nothing of it but words and plain names: what a text can do is then known
 * from looking at it. Null for all else.
 */
function lineOf(written: string): Line | null {
  if (!written.includes('{{')) return [written];
  let body: hbs.AST.Statement[];
  try {
    ({ body } = Handlebars.parse(written));
  } catch {
    return null;
  }
  const parts = body.map(partOf);
  return parts.every((part) => part !== null) ? parts : null;
}

function partOf(statement: hbs.AST.Statement): Line[number] | null {
  if (statement.type === 'ContentStatement') {
    const { value } = statement as hbs.AST.ContentStatement;
    // With a backslash before them Handlebars takes braces for words.
    return value.includes('{{') ? null : value;
  }
  if (statement.type !== 'MustacheStatement') return null;
  const { path, params, hash, escaped, strip } = statement as hbs.AST.MustacheStatement;
  const isPlain =
    path.type === 'PathExpression' && params.length === 0 && !hash && escaped && !strip.open && !strip.close;
  return isPlain ? { name: (path as hbs.AST.PathExpression).original } : null;
}

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);
