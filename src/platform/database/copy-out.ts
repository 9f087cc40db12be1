import pg, { escapeLiteral, type ClientBase } from 'pg';
import type { Tx } from './database.js';

/** A row as COPY writes it: every value as PostgreSQL's text of it. */
export type CopiedRow = readonly (string | null)[];

/**
 * Reads rows by COPY, for a download of very many of them: that takes PostgreSQL and this process a third of the time that
 * a statement does. COPY takes no parameters, so that they are written into the text, each as a literal.
 */
export async function copyOut(
  tx: Tx,
  text: string,
  parameters: readonly (string | number | null)[],
): Promise<CopiedRow[]> {
  const query = text.replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]!));
  const connection = (await tx.queryRunner!.connect()) as ClientBase;
  const copy = new CopyOut(`copy (${query}) to stdout`);
  connection.query(copy);
  await copy.finished;
  return copy.copied;
}

const literal = (value: string | number | null) => (value === null ? 'null' : escapeLiteral(String(value)));

/** A statement that keeps what COPY sends, where those of pg throw it away. */
class CopyOut extends pg.Query {
  readonly copied: CopiedRow[] = [];
  readonly finished: Promise<void>;

  constructor(text: string) {
    super(text);
    this.finished = new Promise((resolve, reject) => {
      Object.assign(this, { callback: (error: Error | null) => (error ? reject(error) : resolve()) });
    });
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.copied.push(valuesOf(chunk.toString('utf8', 0, chunk.length - 1)));
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function valuesOf(line: string): CopiedRow {
  const values: (string | null)[] = line.split('\t');
  if (line.includes('\\')) for (const [place, value] of values.entries()) values[place] = plain(value!);
  return values;
}

function plain(written: string): string | null {
  if (written === '\\N') return null;
  if (!written.includes('\\')) return written;
  return written.replaceAll(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}
