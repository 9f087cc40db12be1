import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { blocks } from './mail-kinds.rules.js';
import { ownBlocksOf } from './wording.rules.js';
import { standingOf, type MailText } from './wording.queries.js';
import type { Texts } from './wording.rules.js';

/** Any number of our own: those who write the words of a mail do so one after the other. */
const WRITING = 7_203;

/** What a coordinator writes for the region, and a contact for the own municipality. It holds for mail from now on. */
@Injectable()
export class WordingService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Writes the next version of the words of a mail, when the last is still the one that the writer looked at. A block
   * that says what it would say anyway is left to the region or the standard text.
   * @throws DomainError 'changed-meanwhile'
   */
  async write(actor: Actor, mail: MailText, version: number, texts: Texts): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await holdMail(tx, actor, mail);
      const { own: before, otherwise, ...standing } = await standingOf(tx, actor, mail);
      if (standing.version !== version) throw new DomainError('changed-meanwhile');
      const words = ownBlocksOf(texts, otherwise);
      if (blocks.every((block) => before[block] === words[block])) return;
      const [now, last] = [this.clock.now(), standing.ownVersion];
      const id = newId(now);
      await tx.query(
        `insert into wording (id, region_id, municipality_id, kind, locale, version, subject, opening, practical, closing,
           written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[id, actor.regionId, standing.municipalityId, mail.kind, mail.locale, last + 1],
          ...[...blocks.map((block) => words[block]), now],
        ],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'change', subjectType: 'wording', subjectId: id },
        before: { ...mail, ...before, version: last },
        after: { ...mail, ...words, version: last + 1 },
      });
    });
  }
}

/**
 * Nobody else of the region writes the words of this mail before the transaction ends: what a municipality leaves as it
 * is depends on what the region says. There may be no row yet that could be locked.
 */
async function holdMail(tx: Tx, { regionId }: Actor, { kind, locale }: MailText): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [
    WRITING,
    `${regionId} ${kind} ${locale}`,
  ]);
}
