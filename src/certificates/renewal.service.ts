import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { attendedEnough } from '../attendance/entitlement.rules.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, violatedConstraint } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { systemActor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Certificate } from './certificate.entity.js';
import { drawCertificate } from './drawn-certificate.js';
import { LooksQueries } from './look/looks.queries.js';
import { RenewalQueries, type RenewableRow, type UndoableRow } from './renewal.queries.js';
import { renewedUntil } from './renewal.rules.js';
import { supersede, written } from './superseding.js';

/** Renews the certificates of people who attended a follow-up day, and undoes that when they did not after all. */
@Injectable()
export class CertificateRenewal {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(RenewalQueries) private readonly queries: RenewalQueries,
    @Inject(LooksQueries) private readonly looks: LooksQueries,
  ) {}

  async renewForSession(sessionId: string): Promise<void> {
    await this.renewAll(await this.queries.ofSession(sessionId));
  }

  /** After a correction of the attendance: renews, or undoes what was renewed. */
  async redecide(enrolmentId: string): Promise<void> {
    for (const row of await this.queries.undoable(enrolmentId))
      if (!attendedEnough(row.marks, row)) await this.undo(row);
    await this.renewAll(await this.queries.ofSeat(enrolmentId));
  }

  /** What was renewed is taken back, and what it replaced counts again; of two runs the second finds it done. */
  private async undo({ id, number, validUntil, regionId, ...earlier }: UndoableRow): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const taken = { revokedAt: this.clock.now(), revocationReason: 'attendance-corrected' as const };
      const revoked = await tx.update(Certificate, { id, revokedAt: IsNull() }, taken);
      if (revoked.affected !== 1) return;
      const back = { revokedAt: null, revocationReason: null };
      await tx.update(Certificate, { id: earlier.earlierId, revocationReason: 'replaced' }, back);
      await this.outbox.publish(tx, 'certificate.revoked', { certificateId: id });
      await this.audit.record(tx, {
        ...{ actor: { ...systemActor, regionId }, action: 'undoRenewal', subjectType: 'certificate' },
        subjectId: id,
        before: { number, validUntil },
        after: { number: earlier.earlierNumber, validUntil: earlier.earlierValidUntil },
      });
    });
  }

  private async renewAll(rows: readonly RenewableRow[]): Promise<void> {
    for (const row of rows) {
      if (!attendedEnough(row.marks, row)) continue;
      const validUntil = renewedUntil(row, row, row.validity);
      if (validUntil !== null) await this.renew(row, validUntil);
    }
  }

  private async renew(row: RenewableRow, validUntil: string): Promise<void> {
    const issuedAt = this.clock.now();
    const { earlierId, nameNow, revokedAt: _revoked, lastDate, seatId, ...rest } = row;
    const {
      entryLevel: _entry,
      requiredPercentage: _share,
      mandatoryParts: _mandatory,
      validity: _validity,
      marks: _marks,
      ...given
    } = rest;
    const drawn = drawCertificate(
      {
        ...{ ...given, professionalName: nameNow, replacesId: earlierId },
        ...{ issuedOn: localDateOf(issuedAt), validUntil, renewedOn: lastDate, renewedBy: seatId },
      },
      {
        ...{ issuedAt, publicUrl: this.config.publicUrl },
        look: (await this.looks.ofNow([row.municipalityId])).get(row.municipalityId) ?? null,
        t: this.translator(row.locale),
      },
    );
    const certificate = await written(drawn);
    const actor = { ...systemActor, regionId: row.regionId };
    try {
      await this.db.transaction(systemActor, async (tx) => {
        await supersede(tx, this.audit, actor, certificate);
        await this.outbox.publish(tx, 'certificate.issued', { certificateId: certificate.id });
      });
    } catch (error) {
      // Another run of this job was first, or it was taken back meanwhile.
      const isOvertaken = error instanceof DomainError && error.code === 'certificate-revoked';
      if (!isOvertaken && violatedConstraint(error) !== 'certificate_replaced_once') throw error;
    }
  }
}
