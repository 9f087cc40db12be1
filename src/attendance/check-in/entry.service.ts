import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  entryCode,
  fingerprint,
  isGenuine,
  readEntryCode,
  type EntryPass,
} from '../../enrolment/entry-code.rules.js';
import { EntryCodes, type EntryCode } from '../../enrolment/entry-codes.service.js';
import { entryKeys } from '../../enrolment/entry-keys.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { CheckInQueries, type DoorSession, type EntryGroup, type EntryRow } from './check-in.queries.js';

/** What a device at the door keeps of a session: of each code only its fingerprint. */
export interface DoorList extends Omit<DoorSession, 'people'> {
  readonly people: readonly (Omit<DoorSession['people'][number], 'organisationId'> & {
    readonly code: string;
  })[];
  readonly groups: readonly {
    readonly organisation: string;
    readonly code: string;
    readonly people: readonly string[];
  }[];
}

/** The codes with which people come in: theirs to show, and the platform's to recognise. */
@Injectable()
export class EntryService {
  constructor(
    @Inject(EntryCodes) private readonly codes: EntryCodes,
    @Inject(CheckInQueries) private readonly queries: CheckInQueries,
    @Inject(Database) private readonly db: Database,
  ) {}

  /**
   * The codes of one participant, a day each.
   * @throws DomainError 'not-found', also for who only waits or when the session is over
   */
  async codesOf(
    actor: Actor,
    enrolmentId: string,
  ): Promise<EntryRow & { readonly codes: readonly EntryCode[] }> {
    const entry = await this.queries.entry(actor, enrolmentId);
    const secret = await this.secretOf(entry.sessionId);
    const codes = entry.dates.map((date) => this.codes.make({ kind: 'person', enrolmentId, date }, secret));
    return { ...entry, codes };
  }

  /** The codes of colleagues who come together, as far as the actor may see them, a day each. */
  async groupCodesOf(
    actor: Actor,
    sessionId: string,
    dates: readonly string[],
  ): Promise<(EntryGroup & { readonly codes: readonly EntryCode[] })[]> {
    const groups = await this.queries.groups(actor, sessionId);
    const secret = await this.secretOf(sessionId);
    return groups.map((group) => {
      const { organisationId } = group;
      const codes = dates.map((date) =>
        this.codes.make({ kind: 'group', sessionId, organisationId, date }, secret),
      );
      return { ...group, codes };
    });
  }

  /** The lists of the day for a device at the door. */
  async doorLists(actor: Actor, date: string): Promise<DoorList[]> {
    const doors = await this.queries.doors(actor, date);
    const keys = await this.keysOf(doors.map(({ id }) => id));
    return doors.map((door) => doorList(door, date, keys.get(door.id)!));
  }

  /** Whom a code lets in; null for one that is not genuine, or of a seat that was given up. */
  async passOf(code: string): Promise<(EntryPass & { readonly sessionId: string }) | null> {
    const read = readEntryCode(code);
    if (!read) return null;
    const { pass } = read;
    const sessionId =
      pass.kind === 'group' ? pass.sessionId : await this.queries.sessionOf(systemActor, pass.enrolmentId);
    const secret = sessionId === null ? undefined : (await this.keysOf([sessionId])).get(sessionId);
    return sessionId !== null && secret && isGenuine(read, secret) ? { ...pass, sessionId } : null;
  }

  private async secretOf(sessionId: string): Promise<Buffer> {
    return (await this.keysOf([sessionId])).get(sessionId)!;
  }

  private keysOf(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return this.db.transaction(systemActor, (tx) => entryKeys(tx, sessionIds));
  }
}

function doorList(door: DoorSession, date: string, secret: Buffer): DoorList {
  const mark = (pass: EntryPass) => fingerprint(entryCode(pass, secret));
  const organisations = new Map(door.people.map((person) => [person.organisationId, person.organisation]));
  return {
    ...door,
    people: door.people.map(({ organisationId: _of, ...person }) => ({
      ...person,
      code: mark({ kind: 'person', enrolmentId: person.enrolmentId, date }),
    })),
    groups: [...organisations].map(([organisationId, organisation]) => ({
      organisation,
      code: mark({ kind: 'group', sessionId: door.id, organisationId, date }),
      people: door.people
        .filter((person) => person.organisationId === organisationId)
        .map(({ enrolmentId }) => enrolmentId),
    })),
  };
}
