/** What happened, in order of time; people, sessions and rules are numbers. */
export type Event = { readonly at: Date } & (
  | { readonly kind: 'enrol'; readonly session: number; readonly person: number }
  | { readonly kind: 'cancel'; readonly session: number; readonly person: number }
  | { readonly kind: 'move'; readonly session: number; readonly to: string }
  | { readonly kind: 'callOff'; readonly session: number }
  | { readonly kind: 'addRule'; readonly rule: Rule }
);
export interface Rule {
  readonly days: number;
  readonly isWorking: boolean;
  /** The hour on the clock in Amsterdam. */
  readonly hour: number;
}

interface Place {
  readonly person: number;
  status: 'seat' | 'waiting' | 'gone';
  since: Date;
  /** What is still to come, and what was sent, by rule. */
  readonly due: Map<Rule, Date>;
  readonly sent: Set<Rule>;
}
interface Session {
  readonly capacity: number;
  date: string;
  readonly places: Place[];
}

const DAY_MS = 24 * 60 * 60_000;
// The holidays of 2027 on weekdays, from the calendar on the wall.
const HOLIDAYS = new Set(
  ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17'].map((day) => `2027-${day}`),
);
// Summer time of 2027: from 02:00 on 28 March to 03:00 on 31 October.
const isSummer = (date: string) => date >= '2027-03-28' && date < '2027-10-31';

const dayBefore = (date: string) => new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
const isWorkingDay = (date: string) => {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date);
};

/** An hour on the clock in Amsterdam on a day of 2027. */
export const at = (date: string, hour: number, minute = 0): Date =>
  new Date(Date.parse(date) + (hour - (isSummer(date) ? 2 : 1)) * 3_600_000 + minute * 60_000);

function momentOf({ days, isWorking, hour }: Rule, date: string): Date {
  let day = date;
  for (let left = days; left > 0;) {
    day = dayBefore(day);
    if (!isWorking || isWorkingDay(day)) left -= 1;
  }
  return at(day, hour);
}

/**
 * The mail of a year as one would work it out on paper: first come first served, whoever waits longest takes a seat that
 * comes free, and each reminder goes out once to who then has a seat.
 */
export class YearOfMail {
  /** 'moment session person reason', as they were written. */
  readonly mails: string[] = [];
  private readonly sessions: Session[];
  private readonly rules: { readonly rule: Rule; readonly since: Date }[];

  constructor(
    sessions: readonly { readonly date: string; readonly capacity: number }[],
    rules: readonly Rule[],
  ) {
    this.sessions = sessions.map((session) => ({ ...session, places: [] }));
    this.rules = rules.map((rule) => ({ rule, since: new Date(0) }));
  }

  /** When the next reminder goes out; null when none is to come. */
  nextReminder(): Date | null {
    const times = this.seats().flatMap(({ place }) => [...place.due.values()].map((due) => due.getTime()));
    return times.length === 0 ? null : new Date(Math.min(...times));
  }

  remind(now: Date): void {
    for (const { session, place } of this.seats())
      for (const [rule, due] of place.due)
        if (due <= now) {
          place.due.delete(rule);
          place.sent.add(rule);
          this.tell(now, session, place, 'reminder.due');
        }
  }

  happen(event: Event): void {
    if (event.kind === 'addRule') return this.addRule(event.rule, event.at);
    const session = this.sessions[event.session]!;
    const tell = (place: Place, reason: string) => this.tell(event.at, event.session, place, reason);
    const here = session.places.filter(({ status }) => status !== 'gone');
    switch (event.kind) {
      case 'enrol': {
        const taken = here.filter(({ status }) => status === 'seat').length;
        const { person, at: since } = event;
        const place: Place = { person, since, status: 'waiting', due: new Map(), sent: new Set() };
        session.places.push(place);
        if (taken < session.capacity) this.seat(place, event.session, since);
        else tell(place, 'enrolment.waitlisted');
        return;
      }
      case 'cancel': {
        const place = here.find(({ person }) => person === event.person)!;
        const next = here.find(({ status }) => status === 'waiting');
        if (place.status === 'seat' && next) this.seat(next, event.session, event.at);
        this.end(place);
        return tell(place, 'enrolment.cancelled');
      }
      case 'move':
        session.date = event.to;
        for (const place of here) {
          if (place.status === 'seat') this.plan(place, session, this.rules, event.at);
          tell(place, 'session.moved');
        }
        return;
      case 'callOff':
        for (const place of here) {
          this.end(place);
          tell(place, 'session.cancelled');
        }
    }
  }

  private seat(place: Place, session: number, now: Date): void {
    place.status = 'seat';
    place.since = now;
    this.plan(place, this.sessions[session]!, this.rules, now);
    this.tell(now, session, place, 'enrolment.confirmed');
  }

  private addRule(rule: Rule, since: Date): void {
    this.rules.push({ rule, since });
    for (const { session, place } of this.seats())
      this.plan(place, this.sessions[session]!, [{ rule, since }], place.since);
  }

  private plan(place: Place, { date }: Session, rules: typeof this.rules, now: Date): void {
    for (const { rule, since } of rules) {
      const moment = momentOf(rule, date);
      place.due.delete(rule);
      if (moment > now && moment > since && !place.sent.has(rule)) place.due.set(rule, moment);
    }
  }

  private end(place: Place): void {
    place.status = 'gone';
    place.due.clear();
  }

  private seats() {
    return this.sessions.flatMap(({ places }, session) =>
      places.filter(({ status }) => status === 'seat').map((place) => ({ session, place })),
    );
  }

  private tell(now: Date, session: number, { person }: Place, reason: string): void {
    this.mails.push(`${now.toISOString()} ${session} ${person} ${reason}`);
  }
}
