import type { Message } from './message.entity.js';

const NEXT_CLAIM_AT = 50;

/** Mails that one run may send: the next are claimed while the last are being sent, until none is due any more. */
export class ClaimedMail {
  private readonly waiting: Message[] = [];
  private claiming: Promise<void> | null = null;
  private isLast = false;

  constructor(private readonly claim: () => Promise<Message[]>) {}

  /** The mail that is first in line; undefined when all that was due is handed out. */
  async next(): Promise<Message | undefined> {
    if (this.waiting.length <= NEXT_CLAIM_AT) this.claimMore();
    while (this.waiting.length === 0 && this.claiming) await this.claiming;
    return this.waiting.shift();
  }

  /** Takes back what was handed out and not sent. */
  putBack(message: Message): void {
    this.waiting.unshift(message);
  }

  /** What nobody is going to send, once no claim is under way any more. */
  async left(): Promise<readonly Message[]> {
    await this.claiming?.catch(() => undefined);
    return this.waiting;
  }

  private claimMore(): void {
    if (this.isLast) return;
    this.claiming ??= this.claim()
      .then((more) => {
        this.isLast = more.length === 0;
        this.waiting.push(...more);
      })
      .finally(() => {
        this.claiming = null;
      });
    // Who waits for it hears of it.
    this.claiming.catch(() => undefined);
  }
}
