import { codeOf, dateOfCode, fingerprint } from './code.js';

/** @typedef {import('./types.js').Sighting} Sighting */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./types.js').Participant} Participant */

const MOST_AT_ONCE = 200;
const HOURS_BEFORE = 1;

/**
 * The state of the door: the lists of the day, what this device saw, and what of that is not saved yet. Everything goes
 * to the store before it shows, and leaves it only when the server has answered.
 */
export class Door {
  /** @param {import('./store.js').Store} store */
  constructor(store) {
    this.store = store;
    /** @type {import('./types.js').Day | null} */
    this.day = null;
    /** @type {Sighting[]} */
    this.unsaved = [];
    /** @type {import('./types.js').Problem[]} */
    this.problems = [];
    /** @type {'online' | 'offline' | 'signed-out' | 'refused'} */
    this.connection = 'online';
    /** Whether something on this device is for someone else to save, who may mark that session. */
    this.needsOther = false;
    this.sending = false;
    this.sessionId = '';
    this.partId = '';
  }

  async load() {
    this.unsaved = await this.store.sightings();
    this.problems = await this.store.problems();
    this.day = await this.store.day();
    if (this.day && this.day.date !== today()) {
      await this.store.forgetDay();
      this.day = null;
    }
    this.settle();
  }

  /** Asks the server for the lists of today. */
  async refresh() {
    const answer = await this.ask('/check-in/lists', { method: 'GET' });
    if (!answer) return;
    const lists = /** @type {import('./types.js').Lists} */ (await answer.json());
    const { own = {} } = this.day?.date === lists.date ? this.day : {};
    this.day = { ...lists, own, behind: Date.parse(lists.now) - Date.now() };
    await this.store.keepDay(this.day);
    this.settle();
  }

  /** Sends what is not saved, the oldest first, until nothing is left or the server cannot be reached. */
  async send() {
    if (this.sending) return;
    this.sending = true;
    try {
      // Another tab may have left something behind.
      this.unsaved = await this.store.sightings();
      while (this.unsaved.length > 0 && (await this.sendSome(this.unsaved.slice(0, MOST_AT_ONCE))));
    } finally {
      this.sending = false;
    }
  }

  /** @param {Sighting[]} sightings */
  async sendSome(sightings) {
    const body = JSON.stringify({ sightings });
    const headers = { 'content-type': 'application/json' };
    const answer = await this.ask('/check-in/sightings', { method: 'POST', body, headers });
    if (!answer) return false;
    const { answers } = /** @type {{ answers: import('./types.js').Answer[] }} */ (await answer.json());
    answers.forEach((each) => this.take(each, sightings));
    if (this.day) await this.store.keepDay(this.day);
    await this.store.keepProblems(this.problems);
    await this.store.forgetSightings(answers.map(({ id }) => id));
    this.unsaved = await this.store.sightings();
    // What got no answer stays: it is of a session that whoever is signed in now may not mark.
    this.needsOther = answers.length < sightings.length;
    return answers.length > 0;
  }

  /**
   * @param {import('./types.js').Answer} answer
   * @param {Sighting[]} sent
   */
  take({ id, outcome, enrolmentId, name, reason }, sent) {
    const sighting = sent.find((each) => each.id === id);
    if (!sighting) return;
    if (outcome !== 'saved') {
      const of = name ?? this.person(enrolmentOf(sighting))?.name ?? null;
      const known = this.problems.some((problem) => problem.id === id);
      if (!known) this.problems.push({ id, reason: reason ?? outcome, name: of });
      return;
    }
    const person = this.person(enrolmentId);
    if (!person) return;
    const { partId, what } = sighting;
    if (what.kind === 'withdrawal') delete person.marks[partId];
    else person.marks[partId] ??= 'present';
  }

  /**
   * What the server answers; null when it cannot be reached or will not, which `connection` then tells.
   * @param {string} path
   * @param {RequestInit} init
   */
  async ask(path, init) {
    try {
      const answer = await fetch(path, { ...init, redirect: 'manual' });
      // Who is not signed in is sent on to the page for it.
      const signedOut = answer.type === 'opaqueredirect' || answer.status === 403;
      this.connection = answer.ok ? 'online' : signedOut ? 'signed-out' : 'refused';
      if (signedOut && this.unsaved.length === 0) await this.forget();
      return answer.ok ? answer : null;
    } catch {
      this.connection = 'offline';
      return null;
    }
  }

  /** Names are only for who is signed in; what was seen stays until it is saved. */
  async forget() {
    this.day = null;
    await this.store.forgetDay();
  }

  /** @param {Sighting['what']} what */
  async see(what) {
    const at = new Date(Date.now() + (this.day?.behind ?? 0));
    const { sessionId, partId } = this;
    const sighting = { id: crypto.randomUUID(), sessionId, partId, observedAt: at.toISOString(), what };
    await this.store.keepSighting(sighting);
    this.unsaved = await this.store.sightings();
    if (this.day && what.kind === 'name') {
      this.day.own[`${what.enrolmentId} ${partId}`] = sighting.id;
      await this.store.keepDay(this.day);
    }
  }

  /**
   * Takes back what this device saw of someone.
   * @param {string} enrolmentId
   */
  async withdraw(enrolmentId) {
    const withdraws = this.day?.own[`${enrolmentId} ${this.partId}`];
    if (!this.day || !withdraws) return;
    await this.see({ kind: 'withdrawal', enrolmentId, withdraws });
    delete this.day.own[`${enrolmentId} ${this.partId}`];
    await this.store.keepDay(this.day);
  }

  /**
   * What a code says: whom to check in, a group, or why it cannot count. A code of nobody on the lists is kept to be
   * looked at by the server: its owner may have enrolled after the lists were fetched.
   * @param {string} text
   * @returns {Promise<{ kind: 'person', person: Participant } | { kind: 'group', people: Participant[], organisation: string }
   *   | { kind: 'unknown', code: string } | { kind: 'other-session', title: string } | { kind: 'other-day' } | { kind: 'no-code' }>}
   */
  async read(text) {
    const code = codeOf(text);
    const date = dateOfCode(code);
    if (!date || !this.session) return { kind: 'no-code' };
    if (date !== this.day?.date) return { kind: 'other-day' };
    const mark = await fingerprint(code);
    for (const session of this.day.sessions) {
      const person = session.people.find((each) => each.code === mark);
      const group = session.groups.find((each) => each.code === mark);
      if (!person && !group) continue;
      if (session !== this.session) return { kind: 'other-session', title: session.title };
      if (person) return { kind: 'person', person };
      const people = session.people.filter(({ enrolmentId }) => group?.people.includes(enrolmentId));
      return { kind: 'group', people, organisation: group?.organisation ?? '' };
    }
    return { kind: 'unknown', code };
  }

  /** @param {string} id */
  async dismiss(id) {
    this.problems = this.problems.filter((problem) => problem.id !== id);
    await this.store.keepProblems(this.problems);
  }

  /**
   * How someone stands in the part that is chosen.
   * @param {Participant} person
   */
  standing(person) {
    const own = this.unsaved.filter(
      (each) => each.partId === this.partId && enrolmentOf(each) === person.enrolmentId,
    );
    const last = own.at(-1);
    const mark = person.marks[this.partId] ?? null;
    const unsaved = last !== undefined;
    const isIn = last
      ? last.what.kind !== 'withdrawal'
      : mark !== null && mark !== 'absent' && mark !== 'excused';
    const mayWithdraw = isIn && this.day?.own[`${person.enrolmentId} ${this.partId}`] !== undefined;
    return { isIn, unsaved, mark, mayWithdraw };
  }

  /** @returns {Session | null} */
  get session() {
    return this.day?.sessions.find(({ id }) => id === this.sessionId) ?? null;
  }

  /** @param {string | undefined} enrolmentId */
  person(enrolmentId) {
    return this.day?.sessions
      .flatMap(({ people }) => people)
      .find((each) => each.enrolmentId === enrolmentId);
  }

  /** Chooses a session and the part that is given now or next, where the chosen ones are not there. */
  settle() {
    const session = this.session ?? this.day?.sessions[0];
    this.sessionId = session?.id ?? '';
    if (!session || session.parts.some(({ id }) => id === this.partId)) return;
    const soon = new Date(Date.now() + (this.day?.behind ?? 0) + HOURS_BEFORE * 3_600_000);
    const begun = session.parts.filter(({ startsAt }) => new Date(startsAt) <= soon);
    this.partId = (begun.at(-1) ?? session.parts[0])?.id ?? '';
  }
}

/** @param {Sighting} sighting */
function enrolmentOf({ what }) {
  return what.kind === 'code' ? undefined : what.enrolmentId;
}

/** The local date by the clock of the device. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
