import pg from 'pg';

/** One message to PostgreSQL over a connection, and how many rows came back. */
export interface Statement {
  readonly sql: string;
  readonly rows: number;
}

/** Everything that goes to PostgreSQL while something is done: per transaction or lone message, in order. */
export async function conversationsDuring(work: () => Promise<unknown>): Promise<Statement[][]> {
  const finished: Statement[][] = [];
  const open = new Map<pg.Client, Statement[]>();
  // eslint-disable-next-line jest/unbound-method -- called with its own client again, below
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const underWay = new Set<Promise<unknown>>();
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const answer = original.apply(this, args);
    const asked = args[0] as string | pg.QueryConfig;
    const statement = { sql: typeof asked === 'string' ? asked : asked.text, rows: 0 };
    // In the order in which they are sent: answers that come together are not told in that order.
    const said = [...(open.get(this) ?? []), statement];
    const ends =
      /^(commit|rollback)/i.test(statement.sql) ||
      (said.length === 1 && !/^(start|begin)/i.test(statement.sql));
    open.delete(this);
    if (ends) finished.push(said);
    else open.set(this, said);
    underWay.add(rowsOf(answer).then((rows) => (statement.rows = rows)));
    return answer;
  };
  Object.assign(pg.Client.prototype, { query: listening });
  try {
    await work();
    // Nobody waits for the end of a look, which is counted all the same.
    await Promise.allSettled(underWay);
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
  return [...finished, ...open.values()];
}

async function rowsOf(answer: unknown): Promise<number> {
  if (answer instanceof pg.Query) {
    // A statement of our own, which tells by itself when it has its rows.
    const copy = answer as pg.Query & { finished: Promise<void>; copied: unknown[] };
    await copy.finished;
    return copy.copied.length;
  }
  const result = (await answer) as pg.QueryResult | pg.QueryResult[];
  return [result].flat().at(-1)!.rows.length;
}
