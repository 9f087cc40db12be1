import { locales } from '../../src/shared/locale.js';
import { startApp, type TestApp } from './app.js';
import { rowsOf, sendRaw, wrongIn, type RawRequest } from './bad-input.js';
import { makeBusy, type BusyRegion } from './busy-region.js';
import { routesOf, type Route } from './routes.js';
import { addressOf, sampleRequests, type Sample } from './sample-requests.js';
import { visitorsOf } from './visitors.js';

/** A request for a route: to an address with ids that exist, unless it says another. */
export interface Case extends Partial<RawRequest> {
  readonly route: Route;
  /** Whether the answer must be a refusal; else an ordinary answer is right too. */
  readonly refused?: boolean;
}

const AT_A_TIME = 8;

/** A download that goes well leaves a record of itself, so that it can be made again. */
const LEFT_BY_LOOKING: readonly string[] = ['ledger_download'];

/** The whole app on a busy region, and someone of every role to send it whatever there is to send. */
export class Probe {
  private turn = 0;

  private constructor(
    readonly app: TestApp,
    readonly region: BusyRegion,
    private readonly visitors: Awaited<ReturnType<typeof visitorsOf>>,
  ) {}

  static async start(): Promise<Probe> {
    const app = await startApp({ at: '2026-10-05T08:00:00Z', env: { TRUSTED_PROXY: '127.0.0.1' } });
    const region = await makeBusy(app);
    return new Probe(app, region, await visitorsOf(app));
  }

  readonly stop = (): Promise<void> => this.app.stop();

  get routes(): readonly Route[] {
    return routesOf(this.app);
  }

  get samples(): Readonly<Record<string, Sample>> {
    return sampleRequests(this.region);
  }

  /** The headers by which the app knows the first role that may use a route. */
  headersFor(route: Route, which = 0): Readonly<Record<string, string>> {
    const visitor = this.visitors[route.roles[which % route.roles.length]!];
    if (route.isApi) return visitor.api;
    // Whoever signs out here would be a visitor in all that follows.
    return route.path === '/sign-out' ? {} : visitor.page;
  }

  /**
   * Sends every case, by the roles that may use its route in turn and in both languages in turn, and tells what is
   * wrong with the answers, and which tables hold something else than before.
   */
  async wrongAnswers(cases: readonly Case[]): Promise<string[]> {
    const before = await rowsOf(this.app);
    const unclear = await this.unclearAnswers(cases);
    const after = await rowsOf(this.app);
    const saved = Object.keys(after).filter(
      (table) => after[table] !== before[table] && !LEFT_BY_LOOKING.includes(table),
    );
    return [...unclear, ...saved.map((table) => `saved: ${table} ${before[table]} -> ${after[table]}`)];
  }

  /** The same, whatever is saved by the answers that are no refusal. */
  async unclearAnswers(cases: readonly Case[]): Promise<string[]> {
    const wrong: string[] = [];
    const waiting = [...cases];
    const worker = async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) wrong.push(...(await this.wrongWith(one)));
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    return wrong.sort();
  }

  private async wrongWith({ route, refused = false, ...sent }: Case): Promise<string[]> {
    this.turn += 1;
    const { turn } = this;
    const locale = locales[turn % locales.length]!;
    const request = {
      ...{ method: route.method, path: addressOf(route, this.region), ...sent },
      headers: {
        ...this.headersFor(route, turn),
        'accept-language': locale,
        // Every request from an address of its own, so that the limit on mails per address is not met.
        'x-forwarded-for': `10.${turn >> 16}.${(turn >> 8) & 255}.${turn & 255}`,
        ...sent.headers,
      },
    };
    try {
      const answer = await sendRaw(this.app, request);
      const wrong = wrongIn(answer, { refused, isApi: route.isApi, locale });
      return wrong === null ? [] : [`${toldOf(request, sent)}: ${wrong}`];
    } catch (error) {
      return [`${toldOf(request, sent)}: no answer, ${String(error)}`];
    }
  }
}

function toldOf({ method, path }: RawRequest, { headers = {}, body = '' }: Partial<RawRequest>): string {
  const parts = [
    method,
    path.slice(0, 120),
    JSON.stringify(headers).slice(0, 90),
    String(body).slice(0, 200),
  ];
  return parts.join(' ');
}

/** A body as a form of a page sends it. */
export const asForm = (body: string | Buffer) => ({
  body,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

/** A body as the API takes it. */
export const asJson = (body: string | Buffer) => ({ body, headers: { 'content-type': 'application/json' } });

/** A body in the form that its route usually gets. */
export const asUsual = (route: Route, body: unknown) =>
  route.isApi || route.path === '/check-in/sightings'
    ? asJson(JSON.stringify(body))
    : asForm(new URLSearchParams(body as Record<string, string>).toString());
