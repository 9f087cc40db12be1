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
  const listen = async function (this: pg.Client, ...args: unknown[]) {
    const answer = original.apply(this, args);
    const result = (await resultOf(answer)) as pg.QueryResult | pg.QueryResult[];
    const asked = args[0] as string | pg.QueryConfig;
    const sql = typeof asked === 'string' ? asked : asked.text;
    const said = [...(open.get(this) ?? []), { sql, rows: [result].flat().at(-1)!.rows.length }];
    const ends = /^(commit|rollback)/i.test(sql) || (said.length === 1 && !/^(start|begin)/i.test(sql));
    open.delete(this);
    if (ends) finished.push(said);
    else open.set(this, said);
    return result;
  };
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const answer = listen.apply(this, args);
    underWay.add(answer);
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

/** A statement of our own tells by itself when it has its rows. */
async function resultOf(answer: unknown): Promise<unknown> {
  if (!(answer instanceof pg.Query)) return answer;
  const { finished, copied } = answer as pg.Query & { finished: Promise<void>; copied: unknown[] };
  await finished;
  return { rows: copied };
}
