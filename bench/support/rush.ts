import type { BenchDatabase } from './postgres.js';
import { Visitors, type Press, type Pressed } from './presses.js';
import type { RushWorld } from './rush-world.js';
import { wrongWith } from './seat-check.js';
import type { SeatFloor } from './seat-floor.js';

/** Everything of one round, in milliseconds for the same people, and what was found wrong. */
export interface Round {
  readonly enrolments: number;
  /** How many requests shared a turn, on average. */
  readonly batch: number;
  readonly floor: number;
  readonly plain: number;
  readonly burst: number;
  readonly nothing: number;
  readonly bareNothing: number;
  readonly wrong: readonly string[];
}

/** Takes figures and floors in turn, so that the noise of the machine hits them alike. */
export class Rush {
  private presses = 0;

  constructor(
    private readonly database: BenchDatabase,
    private readonly world: RushWorld,
    private readonly seatFloor: SeatFloor,
    private readonly urls: { readonly product: string; readonly plain: string },
    private readonly connections: number,
  ) {}

  async round(): Promise<Round> {
    const { product, plain } = this.urls;
    const { people } = this.world;
    const hot = await this.world.openSession();
    const enrolments = await timed(product, this.connections, this.enrolling(hot));
    const batch = await this.meanBatch(hot);
    const floor = await this.timedFloor(await this.world.openSession(), batch);
    const plainly = await timed(plain, this.connections, this.plainly(await this.world.openSession()));
    const rushed = await this.world.openSession();
    const burst = await timed(product, people.length, this.enrolling(rushed));
    const nothing = await timed(product, people.length, this.at('/api/v1/no-op'));
    const bareNothing = await timed(product, people.length, this.at('/no-op'));
    const floors = [plainly, nothing, bareNothing].flatMap(({ answers }) => answers);
    const wrong = [
      ...(await wrongWith(this.database, hot, people, enrolments.answers)),
      ...(await wrongWith(this.database, rushed, people, burst.answers)),
      ...floors
        .filter(({ status }) => status !== 201)
        .map(({ status, body }) => `a floor: ${status} ${body}`),
    ];
    return {
      ...{ enrolments: enrolments.ms, batch, floor, plain: plainly.ms },
      ...{ burst: burst.ms, nothing: nothing.ms, bareNothing: bareNothing.ms, wrong },
    };
  }

  private enrolling(sessionId: string): Press[] {
    return this.at(`/api/v1/sessions/${sessionId}/enrolments`);
  }

  private at(path: string): Press[] {
    const which = String(++this.presses);
    return this.world.people.map(({ id, key }) => ({
      path,
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': which },
      body: JSON.stringify({ professionalId: id }),
    }));
  }

  private plainly(sessionId: string): Press[] {
    const regionId = this.world.region.id;
    return this.world.people.map(({ id, municipalityId }) => ({
      path: `/sessions/${sessionId}/enrolments`,
      headers: {},
      body: JSON.stringify({ professionalId: id, municipalityId, regionId }),
    }));
  }

  private async timedFloor(sessionId: string, batch: number): Promise<number> {
    const start = performance.now();
    await this.seatFloor.enrol(sessionId, this.world.people, batch);
    return performance.now() - start;
  }

  /** Rows of one transaction have the same xmin. */
  private async meanBatch(sessionId: string): Promise<number> {
    const { rows } = await this.database.owner.query<{ turns: number }>(
      'select count(distinct xmin::text)::int turns from enrolment where session_id = $1',
      [sessionId],
    );
    return Math.round(this.world.people.length / rows[0]!.turns);
  }
}

async function timed(
  url: string,
  connections: number,
  presses: readonly Press[],
): Promise<{ ms: number; answers: Pressed[] }> {
  const visitors = await Visitors.open(url, connections);
  const start = performance.now();
  const answers = await visitors.press(presses);
  const ms = performance.now() - start;
  visitors.close();
  return { ms, answers };
}
