import type { MunicipalityName } from './region.js';

/** The rules of seating told with chairs, to compare the product with: each has a label, a municipality or 'open', and someone on it or nobody. */
export class ChairModel<Person> {
  private readonly chairs: { label: MunicipalityName | 'open'; person: Person | null }[] = [];
  private waiting: Person[] = [];

  constructor(
    open: number,
    reserved: Partial<Record<MunicipalityName, number>>,
    private readonly payer: MunicipalityName,
    private readonly townOf: (person: Person) => MunicipalityName,
  ) {
    for (let i = 0; i < open; i++) this.chairs.push({ label: 'open', person: null });
    for (const [town, seats] of Object.entries(reserved))
      for (let i = 0; i < seats; i++) this.chairs.push({ label: town as MunicipalityName, person: null });
  }

  enrol(person: Person): void {
    this.waiting.push(person);
    this.callWhoCanSit();
  }

  cancel(person: Person): void {
    this.waiting = this.waiting.filter((other) => other !== person);
    for (const chair of this.chairs) if (chair.person === person) chair.person = null;
    this.callWhoCanSit();
  }

  release(): void {
    for (const chair of this.chairs) chair.label = 'open';
    this.callWhoCanSit();
  }

  statusOf(person: Person): 'confirmed' | 'waitlisted' | 'none' {
    if (this.chairs.some((chair) => chair.person === person)) return 'confirmed';
    return this.waiting.includes(person) ? 'waitlisted' : 'none';
  }

  /** Who waits, the one who came first in front. */
  queue(): readonly Person[] {
    return this.waiting;
  }

  private callWhoCanSit(): void {
    this.moveToOwnChairs();
    const byClass = (own: boolean) =>
      this.waiting.filter((person) => (this.townOf(person) === this.payer) === own);
    for (const person of [...byClass(true), ...byClass(false)]) {
      const free = this.chairs.filter((chair) => chair.person === null);
      const chair =
        free.find(({ label }) => label === this.townOf(person)) ?? free.find(({ label }) => label === 'open');
      if (!chair) continue;
      chair.person = person;
      this.waiting = this.waiting.filter((other) => other !== person);
    }
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
}
