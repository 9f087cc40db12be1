import { Clock } from '../../src/platform/clock.js';

/** Time stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  advance(span: { hours?: number; minutes?: number; days?: number }): void {
    const minutes = (span.days ?? 0) * 24 * 60 + (span.hours ?? 0) * 60 + (span.minutes ?? 0);
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}
