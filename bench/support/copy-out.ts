import pg from 'pg';

/** Runs COPY of a query to this process, which throws away what comes; how many rows a second that is. */
export async function copyOut(url: string, sql: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const start = performance.now();
    const rows = await new Promise<number>((resolve, reject) => {
      client.query(new Copy(`copy (${sql}) to stdout`, resolve, reject));
    });
    return (rows / (performance.now() - start)) * 1000;
  } finally {
    await client.end();
  }
}

/** A statement of which pg hands over every message; its own statements refuse what COPY sends. */
class Copy implements pg.Submittable {
  private rows = 0;

  constructor(
    private readonly text: string,
    private readonly resolve: (rows: number) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  handleCopyData(): void {
    this.rows += 1;
  }

  handleCommandComplete(): void {
    // The rows were counted as they came.
  }

  handleReadyForQuery(): void {
    this.resolve(this.rows);
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
