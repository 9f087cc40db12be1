import type { MunicipalityName } from './region.js';

type Reserved = Partial<Record<MunicipalityName, number>>;
type Standing = 'requested' | 'waitlisted' | 'offered' | 'confirmed' | 'none';

interface Chair<Person> {
  readonly label: MunicipalityName | 'open';
  person: Person | null;
}

/**
 * The rules of seating told with chairs, to compare the product with: each has a label, a municipality or 'open', and
 * someone on it or nobody. Who waits stands in a queue; who needs approval stands in it with the eyes shut.
 */
export class ChairModel<Person> {
  private chairs: Chair<Person>[];
  private readonly queue: { readonly person: Person; approved: boolean }[] = [];
  /** Who sits on a chair that is offered and not yet theirs. */
  private readonly asked = new Set<Person>();
  /** Whether who is called from the queue is asked first. */
  asksFirst = false;

  constructor(
    open: number,
    reserved: Reserved,
    private readonly payer: MunicipalityName,
    private readonly townOf: (person: Person) => MunicipalityName,
  ) {
    this.chairs = this.chairsFor(open, reserved);
  }

  enrol(person: Person, approved = true): void {
    this.queue.push({ person, approved });
    this.callWhoCanSit(person);
  }

  approve(person: Person): void {
    this.queue.find((one) => one.person === person)!.approved = true;
    this.callWhoCanSit(person);
  }

  /** Gives up a chair, an offer, or a place in the queue. */
  leave(person: Person): void {
    this.stepOut(person);
    this.callWhoCanSit();
  }

  accept(person: Person): void {
    this.asked.delete(person);
  }

  substitute(person: Person, successor: Person): void {
    this.stepOut(successor);
    this.chairs.find((chair) => chair.person === person)!.person = successor;
    this.callWhoCanSit();
  }

  release(): void {
    this.resize(this.chairs.length, {});
  }

  /** Puts out other chairs: everyone sits down again, on a chair of the own municipality where there is one. */
  resize(capacity: number, reserved: Reserved): void {
    const sitting = this.chairs.flatMap(({ person }) => (person === null ? [] : [person]));
    const held = Object.values(reserved).reduce((sum, seats) => sum + seats, 0);
    this.chairs = this.chairsFor(capacity - held, reserved);
    for (const person of sitting) this.freeChairFor(person)!.person = person;
    this.callWhoCanSit();
  }

  statusOf(person: Person): Standing {
    if (this.chairs.some((chair) => chair.person === person))
      return this.asked.has(person) ? 'offered' : 'confirmed';
    const waits = this.queue.find((one) => one.person === person);
    return waits ? (waits.approved ? 'waitlisted' : 'requested') : 'none';
  }

  /** Who waits, the one who came first in front. */
  waiting(): Person[] {
    return this.queue.filter(({ approved }) => approved).map(({ person }) => person);
  }

  private stepOut(person: Person): void {
    const place = this.queue.findIndex((one) => one.person === person);
    if (place >= 0) this.queue.splice(place, 1);
    for (const chair of this.chairs) if (chair.person === person) chair.person = null;
    this.asked.delete(person);
  }

  private callWhoCanSit(newcomer?: Person): void {
    this.moveToOwnChairs();
    const byClass = (own: boolean) =>
      this.waiting().filter((person) => (this.townOf(person) === this.payer) === own);
    for (const person of [...byClass(true), ...byClass(false)]) {
      const chair = this.freeChairFor(person);
      if (!chair) continue;
      this.stepOut(person);
      chair.person = person;
      if (this.asksFirst && person !== newcomer) this.asked.add(person);
    }
  }

  private freeChairFor(person: Person): Chair<Person> | undefined {
    const free = this.chairs.filter((chair) => chair.person === null);
    return (
      free.find(({ label }) => label === this.townOf(person)) ?? free.find(({ label }) => label === 'open')
    );
  }

  /** Whoever sits on an open chair moves to a free chair of the own municipality. */
  private moveToOwnChairs(): void {
    for (const chair of this.chairs.filter(({ label, person }) => label !== 'open' && person === null)) {
      const guest = this.chairs.find(
        ({ label, person }) => label === 'open' && person !== null && this.townOf(person) === chair.label,
      );
      if (!guest) continue;
      chair.person = guest.person;
      guest.person = null;
    }
  }

  private chairsFor(open: number, reserved: Reserved): Chair<Person>[] {
    const labels = Object.entries(reserved).flatMap(([town, seats]) =>
      Array<MunicipalityName>(seats).fill(town as MunicipalityName),
    );
    return [...labels, ...Array<'open'>(open).fill('open')].map((label) => ({ label, person: null }));
  }
}
