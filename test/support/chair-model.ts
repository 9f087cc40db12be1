/** How many chairs have a label, by the label: for whom they are held. */
type Labelled = Readonly<Partial<Record<string, number>>>;
export type Standing = 'requested' | 'waitlisted' | 'offered' | 'confirmed' | 'none';

/** What the date makes of a session. */
export interface Moment {
  readonly released: boolean;
  /** Nobody enrols or moves up any more. */
  readonly closed: boolean;
  /** A seat is given up with a reason only. */
  readonly late: boolean;
  readonly begun: boolean;
  readonly over: boolean;
}

interface Inside {
  /** Has yet to say yes to the chair. */
  readonly asked: boolean;
  /** Was let in although there was no chair. */
  readonly above: boolean;
  readonly walkedIn: boolean;
}

const EARLY: Moment = { released: false, closed: false, late: false, begun: false, over: false };

/**
 * The rules of seating told with a room full of chairs, to compare the product with. Some chairs have a label: who may
 * sit on them. Everyone inside sits so that as many as can be sit on labelled chairs; who is let in above may stand. Who
 * waits stands in a queue outside; who needs approval stands in it with the eyes shut. Each verb answers whether it may
 * be done, and changes nothing where it may not.
 */
export class ChairModel {
  private readonly inside = new Map<string, Inside>();
  private queue: { readonly person: string; readonly approved: boolean }[] = [];
  private moment = EARLY;
  private asksFirst = false;

  constructor(
    private chairs: number,
    private labelled: Labelled,
    private readonly payer: string,
    /** The labels of chairs on which someone may sit; a guest has none. */
    private readonly labelsOf: (who: string) => readonly string[],
  ) {}

  enrol(person: string, approved = true): boolean {
    if (this.moment.closed || this.statusOf(person) !== 'none') return false;
    this.queue.push({ person, approved });
    return this.call(person);
  }

  approve(person: string): boolean {
    if (this.moment.closed || this.statusOf(person) !== 'requested') return false;
    this.queue = this.queue.map((one) => (one.person === person ? { person, approved: true } : one));
    return this.call(person);
  }

  reject(person: string): boolean {
    return this.statusOf(person) === 'requested' && this.leave(person);
  }

  /** Lets in someone from the queue, someone new or a guest, whether there is a chair or not. */
  letIn(who: string): boolean {
    if (this.moment.over || this.inside.has(who)) return false;
    const above = !this.hasChairFor(who);
    this.stepOut(who);
    this.inside.set(who, { asked: false, above, walkedIn: this.moment.begun });
    return true;
  }

  accept(person: string): boolean {
    const seat = this.inside.get(person);
    if (seat) this.inside.set(person, { ...seat, asked: false });
    return seat !== undefined;
  }

  decline(person: string): boolean {
    return this.statusOf(person) === 'offered' && this.leave(person);
  }

  cancel(person: string, givesReason: boolean): boolean {
    const { begun, over } = this.moment;
    const tooLate = this.inside.get(person)?.walkedIn ? over : begun;
    if (tooLate || this.statusOf(person) === 'none') return false;
    if (this.needsReason(person) && !givesReason) return false;
    return this.leave(person);
  }

  needsReason(person: string): boolean {
    return this.moment.late && this.statusOf(person) === 'confirmed' && !this.inside.get(person)!.walkedIn;
  }

  /** Someone takes over the chair, unless one more would have to stand then. */
  substitute(person: string, successor: string): boolean {
    if (this.moment.begun || this.inside.has(successor) || this.statusOf(person) !== 'confirmed')
      return false;
    const seat = this.inside.get(person)!;
    const before = this.upright();
    this.inside.delete(person);
    this.inside.set(successor, seat);
    if (this.upright() > before) {
      this.inside.delete(successor);
      this.inside.set(person, seat);
      return false;
    }
    this.queue = this.queue.filter((one) => one.person !== successor);
    return this.call();
  }

  /** Goes to another room: from inside only to a chair, and from the queue to the queue. */
  transfer(person: string, to: ChairModel): boolean {
    const standing = this.statusOf(person);
    const late = standing === 'confirmed' && this.moment.late;
    if (standing === 'none' || late || this.moment.begun) return false;
    const needsChair = this.inside.has(person);
    if (to.moment.closed || to.statusOf(person) !== 'none' || (needsChair && !to.hasChairFor(person)))
      return false;
    return this.leave(person) && to.enrol(person, standing !== 'requested');
  }

  /** Puts out other chairs, unless someone would have to stand who came in to a chair. */
  resize(chairs: number, labelled: Labelled, asksFirst: boolean, moment: Moment): boolean {
    if (moment.begun) return false;
    const were = [this.chairs, this.labelled] as const;
    [this.chairs, this.labelled] = [chairs, moment.released ? {} : labelled];
    if (this.upright() > this.counts().above) {
      [this.chairs, this.labelled] = were;
      return false;
    }
    [this.asksFirst, this.moment] = [asksFirst, moment];
    return this.call();
  }

  /** What the date brings about, with those who did not answer in time. */
  passTime(moment: Moment, unanswered: readonly string[]): void {
    this.moment = moment;
    if (moment.released) this.labelled = {};
    this.call();
    for (const person of unanswered) this.leave(person);
  }

  /** Gives up a chair, an offer, or a place in the queue. */
  leave(who: string): boolean {
    this.stepOut(who);
    return this.call();
  }

  statusOf(person: string): Standing {
    const seat = this.inside.get(person);
    if (seat) return seat.asked ? 'offered' : 'confirmed';
    const waits = this.queue.find((one) => one.person === person);
    return waits ? (waits.approved ? 'waitlisted' : 'requested') : 'none';
  }

  /** Who waits, the one who came first in front. */
  waiting(): string[] {
    return this.queue.filter(({ approved }) => approved).map(({ person }) => person);
  }

  counts() {
    const above = [...this.inside.values()].filter((seat) => seat.above).length;
    return { taken: this.inside.size, above, waiting: this.waiting().length };
  }

  private stepOut(who: string): void {
    this.queue = this.queue.filter(({ person }) => person !== who);
    this.inside.delete(who);
  }

  /** Calls in who can sit: first the payer's people, and among equals who came first. */
  private call(newcomer?: string): true {
    if (this.moment.closed) return true;
    const byClass = (own: boolean) =>
      this.waiting().filter((person) => this.labelsOf(person).includes(this.payer) === own);
    for (const person of [...byClass(true), ...byClass(false)]) {
      if (!this.hasChairFor(person)) continue;
      this.stepOut(person);
      this.inside.set(person, {
        ...{ asked: this.asksFirst && person !== newcomer, above: false, walkedIn: false },
      });
    }
    return true;
  }

  /** A chair with a label is also taken, in a way, when as many came in as there are chairs. */
  private hasChairFor(who: string): boolean {
    if (this.inside.size - this.onLabelledChairs() < this.withoutLabel()) return true;
    const { taken, above } = this.counts();
    return taken - above < this.chairs && this.onLabelledChairs(who) > this.onLabelledChairs();
  }

  /** How many people are inside and on no chair. */
  private upright(): number {
    return Math.max(0, this.inside.size - this.onLabelledChairs() - this.withoutLabel());
  }

  private withoutLabel(): number {
    return this.chairs - Object.values(this.labelled).reduce<number>((sum, chairs) => sum + chairs!, 0);
  }

  /**
   * The most people who can sit on chairs with a label of theirs. However one divides the labels in two: that is never
   * more than the chairs of the one half and the people for the other, and in the tightest division just as many (König).
   */
  private onLabelledChairs(...more: string[]): number {
    const people = [...this.inside.keys(), ...more].map((who) => this.labelsOf(who));
    const divisions = Object.keys(this.labelled).reduce<string[][]>(
      (some, label) => some.flatMap((half) => [half, [...half, label]]),
      [[]],
    );
    const bounds = divisions.map((half) => {
      const isOther = (label: string) => label in this.labelled && !half.includes(label);
      const chairs = half.reduce((sum, label) => sum + this.labelled[label]!, 0);
      return chairs + people.filter((labels) => labels.some(isOther)).length;
    });
    return Math.min(...bounds);
  }
}
