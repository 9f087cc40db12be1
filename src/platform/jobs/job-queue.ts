import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, JobsOptions, Queue, Worker } from 'bullmq';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { OutboxDispatcher } from '../outbox/outbox-dispatcher.js';
import { JobRunner } from './job-runner.js';
import { openQueue, openWorker } from './queue-backend.js';
import { turnAt } from './recurring.rules.js';
import { SCHEDULE, type Schedule } from './schedule.js';

const HEARTBEAT_MS = 500;
const GIVE_UP_AFTER_MS = 60_000;
const READY_WITHIN_MS = 5_000;
const FORGET = { removeOnComplete: true, removeOnFail: true } as const;

/** The worker's loop: facts to jobs, jobs to the queue, and the queue back to the handlers. */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobQueue.name);
  private queue: Queue | null = null;
  private worker: Worker | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private beating: Promise<void> | null = null;
  private lastGoodBeat = 0;
  private readonly lastTurns = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SCHEDULE) private readonly schedule: Schedule,
    @Inject(OutboxDispatcher) private readonly dispatcher: OutboxDispatcher,
    @Inject(JobRunner) private readonly runner: JobRunner,
  ) {}

  /**
   * Starts working. Rejects when the queue cannot be reached within 5 s.
   * @param onLost called when nothing worked for a minute: the process should end, so that it is started afresh
   */
  async start(onLost: (error: Error) => void): Promise<void> {
    this.queue = openQueue(this.config);
    this.queue.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    await within(this.queue.waitUntilReady(), 'The queue');
    this.worker = openWorker(
      this.config,
      (job) => this.handle(job),
      (error) => this.log.warn(`worker: ${error.message}`),
    );
    await within(this.worker.waitUntilReady(), 'The worker');
    this.lastGoodBeat = Date.now();
    this.heartbeat = setInterval(() => this.beatOnce(onLost), HEARTBEAT_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.heartbeat) clearInterval(this.heartbeat);
    await this.beating;
    await this.worker?.close();
    await this.queue?.close();
  }

  /** A beat that hangs counts as a lost one: the server it waits for may never answer. */
  private beatOnce(onLost: (error: Error) => void): void {
    if (Date.now() - this.lastGoodBeat > GIVE_UP_AFTER_MS) onLost(new Error('nothing worked for a minute'));
    this.beating ??= this.beat()
      .then(() => {
        this.lastGoodBeat = Date.now();
      })
      .catch((error: unknown) => this.log.error(`heartbeat: ${(error as Error).message}`))
      .finally(() => {
        this.beating = null;
      });
  }

  private async beat(): Promise<void> {
    while ((await this.dispatcher.dispatch()) > 0);
    const wakeUps = await this.dispatcher.takeWakeUps();
    await this.add([
      ...wakeUps.map(({ id, name }) => ({ name, data: {}, opts: { jobId: id, ...FORGET } })),
      ...this.recurringJobs(),
    ]);
  }

  /**
   * The recurring jobs whose turn it is. Several workers each start the turn: the handlers claim what they do row by
   * row, and a turn that a killed worker took with it is started again by the next one at once.
   */
  private recurringJobs() {
    const now = this.clock.now();
    return this.schedule.recurring.flatMap(({ name, everySeconds }) => {
      const turn = turnAt(now, everySeconds);
      if (this.lastTurns.get(name) === turn) return [];
      this.lastTurns.set(name, turn);
      return [{ name, data: { recurring: true }, opts: FORGET }];
    });
  }

  private async add(jobs: { name: string; data: object; opts: JobsOptions }[]): Promise<void> {
    if (jobs.length > 0) await this.queue!.addBulk(jobs);
  }

  private async handle({ name, id, data }: Job): Promise<void> {
    if ((data as { recurring?: boolean }).recurring) await this.runner.runRecurring(name);
    else await this.runner.run(id!);
  }
}

async function within<T>(ready: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} could not be reached within ${READY_WITHIN_MS / 1000} s`)),
      READY_WITHIN_MS,
    );
  });
  try {
    return await Promise.race([ready, late]);
  } finally {
    clearTimeout(timer);
  }
}
