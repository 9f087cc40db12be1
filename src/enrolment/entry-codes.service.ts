import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/database.js';
import { entryCode, type EntryPass } from './entry-code.rules.js';
import { entryKeys } from './entry-keys.js';

/** A code for one local date, and the address that its QR code holds. */
export interface EntryCode {
  readonly date: string;
  readonly code: string;
  readonly url: string;
}

/** The codes with which people with a seat come in, and the addresses that show them. */
@Injectable()
export class EntryCodes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Makes codes for these sessions: of each seat one per day on which the session is given. The transaction is the
   * system's.
   */
  async forSessions(
    tx: Tx,
    sessionIds: readonly string[],
  ): Promise<
    (
      seat: { readonly enrolmentId: string; readonly sessionId: string },
      parts: readonly { readonly date: string }[],
    ) => readonly EntryCode[]
  > {
    const keys = await entryKeys(tx, [...new Set(sessionIds)]);
    return ({ enrolmentId, sessionId }, parts) =>
      [...new Set(parts.map(({ date }) => date))].map((date) =>
        this.make({ kind: 'person', enrolmentId, date }, keys.get(sessionId)!),
      );
  }

  make(pass: EntryPass, secret: Uint8Array): EntryCode {
    return this.shown(pass.date, entryCode(pass, secret));
  }

  /** A code that was read and is genuine, to be shown once more. */
  shown(date: string, code: string): EntryCode {
    return { date, code, url: `${this.config.publicUrl}/entry/${code}` };
  }
}
