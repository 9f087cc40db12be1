import { Inject, Injectable } from '@nestjs/common';
import { appointments } from '../enrolment/appointment.queries.js';
import { EntryCodes } from '../enrolment/entry-codes.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Translate } from '../platform/i18n/translator.js';
import { systemActor, type Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { AttendanceQueries } from './attendance.queries.js';
import { signInSheet } from './sign-in-sheet.pages.js';
import type { SignInSheet } from './sign-in-sheet.js';

@Injectable()
export class SignInSheets {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AttendanceQueries) private readonly attendance: AttendanceQueries,
    @Inject(EntryCodes) private readonly codes: EntryCodes,
  ) {}

  /**
   * The sheet of a session as it stands now, and the local date of its first day.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async of(
    actor: Actor,
    sessionId: string,
    reader: { readonly locale: Locale; readonly t: Translate },
  ): Promise<{ readonly sheet: SignInSheet; readonly date: string }> {
    const { people } = await this.attendance.roster(actor, sessionId);
    // Who may mark the roster may see the codes on it, which only the platform can make.
    return this.db.transaction(systemActor, async (tx) => {
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      const codesOf = await this.codes.forSessions(tx, [sessionId]);
      const expected = people.map(({ enrolmentId, name, organisation }) => ({
        ...{ name, organisation },
        codes: codesOf({ enrolmentId, sessionId }, appointment.parts),
      }));
      const printed = { regionName: actor.regionName!, printedAt: this.clock.now() };
      return { sheet: signInSheet(appointment, expected, printed, reader), date: appointment.parts[0]!.date };
    });
  }
}
