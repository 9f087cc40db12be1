import { SaxesParser } from 'saxes';

/** An element with its own text; names come without prefix, `uri` is its namespace. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export type XmlProblem = 'not-xml' | 'not-utf-8' | 'doctype' | 'too-large';
export type XmlRead =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly problem: XmlProblem };

/** Many times what an invoice of a hundred lines holds. */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 40;

class Refused extends Error {
  constructor(readonly problem: XmlProblem) {
    super(problem);
  }
}

/**
 * Reads XML in UTF-8 into a tree. A document type declaration is refused whole: it is where entities come from, which
 * read other files or grow without end.
 */
export function readXml(bytes: Uint8Array): XmlRead {
  try {
    return { ok: true, root: parse(decode(bytes)) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('not-utf-8');
  }
}

interface Growing extends XmlElement {
  text: string;
  readonly children: Growing[];
}

function parse(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let elements = 0;
  const refuse = (problem: XmlProblem): never => {
    throw new Refused(problem);
  };
  parser.on('doctype', () => refuse('doctype'));
  parser.on('error', () => refuse('not-xml'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++elements > MAX_ELEMENTS || open.length >= MAX_DEPTH) refuse('too-large');
    const named = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
    const element: Growing = {
      ...{ name: local, uri, attributes: Object.fromEntries(named) },
      ...{ text: '', children: [] },
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const write = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root ?? refuse('not-xml');
}
