import pg from 'pg';

/** Lets the first two who come wait for each other; who comes later walks on. */
function meeting(): () => Promise<void> {
  let letFirstGo: (() => void) | null = null;
  let met = false;
  return () => {
    if (met) return Promise.resolve();
    if (letFirstGo) {
      met = true;
      letFirstGo();
      return Promise.resolve();
    }
    return new Promise((resolve) => (letFirstGo = resolve));
  };
}

/** Does something with the lock on a session taken out: the first two turns have both decided before either writes. */
export async function withoutLock(work: () => Promise<unknown>): Promise<void> {
  // The prototype is that of the driver which all applications in this process use.
  // eslint-disable-next-line jest/unbound-method -- called with its own client again, below
  const original = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => Promise<unknown>;
  const lock = / FOR NO KEY UPDATE/i;
  const write = /^insert into enrolment /i;
  const bothHaveDecided = meeting();
  const unlocked = async function (this: pg.Client, ...args: unknown[]) {
    const asked = args[0] as string | pg.QueryConfig;
    const sql = typeof asked === 'string' ? asked : asked.text;
    if (write.test(sql)) await bothHaveDecided();
    return original.apply(this, typeof asked === 'string' ? [sql.replace(lock, ''), ...args.slice(1)] : args);
  };
  Object.assign(pg.Client.prototype, { query: unlocked });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
}
