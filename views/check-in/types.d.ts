/** What a device holds and sends; the server's side of it stands in src/attendance/check-in. */

export interface Part {
  id: string;
  ordinal: number;
  startTime: string;
  endTime: string;
  startsAt: string;
}

export type Mark = 'present' | 'late' | 'left-early' | 'absent' | 'excused';

export interface Participant {
  enrolmentId: string;
  name: string;
  organisation: string;
  /** By part id. */
  marks: Record<string, Mark>;
  /** The fingerprint of the entry code. */
  code: string;
}

export interface Group {
  organisation: string;
  code: string;
  people: string[];
}

export interface Session {
  id: string;
  title: string;
  parts: Part[];
  people: Participant[];
  groups: Group[];
}

export interface Lists {
  now: string;
  date: string;
  sessions: Session[];
}

/** A sighting that was not saved, and why; `name` where it is known. */
export interface Problem {
  id: string;
  reason: string;
  name: string | null;
}

export interface Day extends Lists {
  /** How far the clock of this device is behind that of the server, in milliseconds. */
  behind: number;
  /** The last check-in of this device by 'enrolment part', so that it can be taken back. */
  own: Record<string, string>;
}

export interface Sighting {
  id: string;
  sessionId: string;
  partId: string;
  observedAt: string;
  what:
    | { kind: 'name'; enrolmentId: string }
    | { kind: 'code'; code: string }
    | { kind: 'withdrawal'; enrolmentId: string; withdraws: string };
}

export interface Answer {
  id: string;
  outcome: 'saved' | 'kept-after-closing' | 'refused';
  enrolmentId?: string;
  name?: string;
  reason?: string;
}
