import { setImmediate as nextLoop } from 'node:timers/promises';

const ANSWERED_AT_ONCE = 16;

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets requests for the same thing share a turn: one batch per key is under way at a time, and what arrives
 * meanwhile joins the next one, in order of arrival. One lock and one commit then serve a whole rush.
 */
export class Turns<Request, Answer> {
  private readonly queues = new Map<string, Waiting<Request, Answer>[]>();

  /**
   * @param takeTurn answers a batch in its order; it must be safe to run again after it threw
   * @param largest how much the requests that share a turn weigh at most
   * @param weightOf what one request weighs; one that is heavier than all of a turn has it alone
   */
  constructor(
    private readonly takeTurn: (key: string, requests: readonly Request[]) => Promise<readonly Answer[]>,
    private readonly largest: number,
    private readonly weightOf: (request: Request) => number = () => 1,
  ) {}

  join(key: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(key);
      if (queue) {
        queue.push({ request, resolve, reject });
        return;
      }
      this.queues.set(key, [{ request, resolve, reject }]);
      setImmediate(() => void this.serve(key));
    });
  }

  private async serve(key: string): Promise<void> {
    const queue = this.queues.get(key)!;
    while (queue.length > 0) {
      const batch = queue.splice(0, this.fitting(queue));
      try {
        const answers = await this.takeTurn(
          key,
          batch.map(({ request }) => request),
        );
        void this.handOut(batch, answers);
      } catch (error) {
        if (batch.length === 1) batch[0]!.reject(error);
        else await this.serveOneByOne(key, batch);
      }
    }
    this.queues.delete(key);
  }

  /** A few at a time: what answers set off would keep the next turn, which holds a lock, from going on. */
  private async handOut(
    batch: readonly Waiting<Request, Answer>[],
    answers: readonly Answer[],
  ): Promise<void> {
    for (let at = 0; at < batch.length; at += ANSWERED_AT_ONCE) {
      await nextLoop();
      batch.slice(at, at + ANSWERED_AT_ONCE).forEach(({ resolve }, index) => resolve(answers[at + index]!));
    }
  }

  /** How many of those that are first in line fit in a turn: always one. */
  private fitting(queue: readonly { request: Request }[]): number {
    let weight = 0;
    const tooMuch = queue.findIndex(({ request }) => (weight += this.weightOf(request)) > this.largest);
    return tooMuch === -1 ? queue.length : Math.max(1, tooMuch);
  }

  /** One bad request must not fail its neighbours. */
  private async serveOneByOne(key: string, batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    for (const { request, resolve, reject } of batch) {
      try {
        resolve((await this.takeTurn(key, [request]))[0]!);
      } catch (error) {
        reject(error);
      }
    }
  }
}
