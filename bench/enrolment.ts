import { median, printFigures } from './support/figures.js';
import { startDatabase } from './support/postgres.js';
import { Rush, type Round } from './support/rush.js';
import { RushWorld } from './support/rush-world.js';
import { SeatFloor } from './support/seat-floor.js';
import { startServer } from './support/server.js';

const PEOPLE = 800;
const CONNECTIONS = 400;
const ROUNDS = 11;
// Node compiles what is hot while it runs; what comes before that tells nothing.
const WARM_UP = 2;

/** Speed under a rush: one hot session, against the same rows by bare SQL and against a transaction per booking. */
export default async function bench(): Promise<boolean> {
  const database = await startDatabase();
  const env = {
    DATABASE_URL: database.url,
    LOCAL_MODE: 'true',
    PORT: '0',
    FILES_FOLDER: database.filesFolder,
  };
  const product = await startServer('enrolment-app.ts', env);
  const plain = await startServer('plain-app.ts', { DATABASE_URL: database.ownerUrl });
  try {
    const world = await RushWorld.create(database, PEOPLE);
    const floor = await SeatFloor.connect(database.url, world.region.id);
    const rush = new Rush(database, world, floor, { product: product.url, plain: plain.url }, CONNECTIONS);
    const rounds: Round[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const measured = await rush.round();
      if (round >= 0) rounds.push(measured);
    }
    await floor.close();
    return report(rounds);
  } finally {
    await product.stop();
    await plain.stop();
    await database.drop();
  }
}

function report(rounds: readonly Round[]): boolean {
  const of = (what: Exclude<keyof Round, 'wrong'>) => median(rounds.map((round) => round[what]));
  const perSecond = (what: Exclude<keyof Round, 'wrong'>) => (PEOPLE / of(what)) * 1000;
  const enrolments = {
    what: `Enrolments on one hot session, over HTTP on ${CONNECTIONS} connections, everyone with a key of their own`,
    measured: perSecond('enrolments'),
    unit: 'per second',
  };
  const burst = {
    what: `${PEOPLE} people press at the same moment, until all are answered`,
    measured: of('burst'),
    unit: 'ms',
  };
  const floor = (what: string, measured: number) => ({ floor: { what, measured } });
  const batches = `the same rows by bare SQL in batches of ${Math.round(of('batch'))}, as many as shared a turn`;
  printFigures([
    { ...enrolments, ...floor(batches, perSecond('floor')), target: { atLeast: 0.5 } },
    {
      ...enrolments,
      ...floor('a TypeORM transaction per booking on bare Fastify (lock, count, insert)', perSecond('plain')),
      target: { atLeast: 8 },
    },
    {
      ...burst,
      ...floor('the same burst on a route that does nothing', of('nothing')),
      target: { atMost: 1.5 },
    },
    {
      ...burst,
      ...floor('on a route that does nothing and looks up no key', of('bareNothing')),
      target: null,
    },
  ]);
  const wrong = rounds.flatMap((round) => round.wrong);
  console.log(
    wrong.length === 0
      ? `\nNobody overbooked, everyone in order of arrival, in ${2 * rounds.length} rushes.`
      : `\nWRONG, ${wrong.length} times:\n  ${wrong.slice(0, 10).join('\n  ')}`,
  );
  return wrong.length === 0;
}
