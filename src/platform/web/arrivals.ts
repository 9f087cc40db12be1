const LET_IN_AT_ONCE = 32;

/**
 * Lets requests in a few at a time, in order of arrival. When hundreds come in at the same moment, what the database
 * answers to the first is heard before the last has been read, so that both have work to do.
 */
export class Arrivals {
  private readonly waiting: (() => void)[] = [];
  private letInThisTime = 0;

  letIn(begin: () => void): void {
    if (this.letInThisTime === 0) setImmediate(() => this.letInNext());
    if (this.letInThisTime === LET_IN_AT_ONCE) this.waiting.push(begin);
    else {
      this.letInThisTime += 1;
      begin();
    }
  }

  private letInNext(): void {
    this.letInThisTime = 0;
    for (const begin of this.waiting.splice(0, LET_IN_AT_ONCE)) this.letIn(begin);
  }
}
