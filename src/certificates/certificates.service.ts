import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { systemActor, type Actor } from '../shared/actor.js';
import { addToDate, localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, violatedConstraint } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Certificate } from './certificate.entity.js';
import { wordsFor } from '../wording/words.js';
import { issuedValues, issuedLetter } from './certificate.letters.js';
import { sha256Of } from './certificate-files.service.js';
import { CertificatePress } from './certificate-press.js';
import { CertificateWaits } from './certificate-waits.service.js';
import { afterDeciding, type RevocationReason } from './certificate.rules.js';
import { CertificatesQueries, type ConcernedRow } from './certificates.queries.js';
import { drawCertificate, printedOf, type DrawnCertificate } from './drawn-certificate.js';
import { LooksQueries } from './look/looks.queries.js';
import type { CertificateLook } from './certificate-pdf.js';

/** A certificate of a seat. */
type Earned = DrawnCertificate & { readonly enrolmentId: string };

@Injectable()
export class CertificatesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Postbox) private readonly postbox: Postbox,
    @Inject(CertificatePress) private readonly press: CertificatePress,
    @Inject(CertificateWaits) private readonly waits: CertificateWaits,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
    @Inject(LooksQueries) private readonly looks: LooksQueries,
  ) {}

  /**
   * Issues what a closed session still owes, also of what it completes as a follow-up day; each certificate in a
   * transaction of its own, so a crash loses none. What was given is not taken back.
   */
  async issueFor(sessionId: string): Promise<void> {
    const concerned = await this.queries.concernedBySession(sessionId);
    await this.settle(concerned.filter(({ newest }) => newest === null || newest.isRevoked));
  }

  /** Decides anew about the certificates that rest on a seat of which the attendance was corrected after closing. */
  async redecide(enrolmentId: string): Promise<void> {
    await this.settle(await this.queries.concernedBySeat(enrolmentId));
  }

  private async settle(concerned: readonly ConcernedRow[]): Promise<void> {
    const entitlements = await this.waits.decide(concerned);
    const toIssue: ConcernedRow[] = [];
    for (const [index, seat] of concerned.entries()) {
      const { deed, waits } = afterDeciding(entitlements[index]!, seat.newest);
      const actor = { ...systemActor, regionId: seat.regionId };
      if (deed === 'revoke') await this.revoke(actor, seat.newest!.number, 'attendance-corrected');
      if (deed === 'issue') toIssue.push(seat);
      else if (waits !== seat.isWaiting) await (waits ? this.waits.begin(seat) : this.waits.end(seat));
    }
    await this.write(toIssue);
  }

  private async write(entitled: readonly ConcernedRow[]): Promise<void> {
    const looks = await this.looks.ofNow(entitled.map(({ municipalityId }) => municipalityId));
    const drawn = entitled.map((seat) => this.draw(seat, looks.get(seat.municipalityId) ?? null));
    let next = 0;
    for await (const pdf of this.press.write(drawn.map(printedOf))) await this.issue(drawn[next++]!, pdf);
  }

  /** Mails the owner that the certificate is there; says nothing of one that has been revoked by now. */
  async mailIssued(certificateId: string): Promise<void> {
    const certificate = await this.queries.byId(systemActor, certificateId);
    if (!certificate || certificate.revokedAt) return;
    const { regionId, municipalityId, professionalId, sessionId, locale } = certificate;
    const url = `${this.config.publicUrl}/certificates`;
    await this.db.transaction(systemActor, async (tx) => {
      const mail = { regionId, municipalityId, locale, kind: 'certificate-issued' as const };
      const words = await wordsFor(tx, mail, issuedValues(certificate));
      await this.postbox.post(tx, {
        ...{ regionId, municipalityId, professionalId, sessionId, locale },
        key: `certificate.issued:${certificateId}`,
        reason: 'certificate.issued',
        template: 'certificate-issued',
        to: { name: certificate.professionalName, address: certificate.email },
        letter: issuedLetter(certificate, words, url, this.translator(locale)),
        calendar: null,
      });
    });
  }

  /**
   * Takes back a certificate for good; the public check says so from now on, and its owner is told.
   * @throws DomainError 'not-found' or 'certificate-revoked'
   */
  async revoke(actor: Actor, number: string, reason: RevocationReason): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const certificate = await tx.findOneBy(Certificate, { number });
      if (!certificate) throw new DomainError('not-found');
      const revoked = await tx.update(
        Certificate,
        { id: certificate.id, revokedAt: IsNull() },
        { revokedAt: this.clock.now(), revocationReason: reason },
      );
      if (revoked.affected !== 1) throw new DomainError('certificate-revoked');
      await this.outbox.publish(tx, 'certificate.revoked', { certificateId: certificate.id });
      await this.audit.record(tx, {
        actor,
        action: 'revoke',
        subjectType: 'certificate',
        subjectId: certificate.id,
        after: { reason },
      });
    });
  }

  private async issue(drawn: Earned, pdf: Buffer): Promise<void> {
    const certificate = { ...drawn, pdf, sha256: sha256Of(pdf) };
    const actor = { ...systemActor, regionId: certificate.regionId };
    try {
      await this.db.transaction(systemActor, async (tx) => {
        await tx.insert(Certificate, certificate);
        await this.waits.endIn(tx, certificate);
        await this.outbox.publish(tx, 'certificate.issued', { certificateId: certificate.id });
        await this.audit.record(tx, {
          actor,
          action: 'issue',
          subjectType: 'certificate',
          subjectId: certificate.id,
          after: { number: certificate.number, enrolmentId: certificate.enrolmentId },
        });
      });
    } catch (error) {
      // Another run of this job was first. A number drawn twice is thrown on: the job's next attempt draws another.
      if (violatedConstraint(error) !== 'certificate_once_per_enrolment') throw error;
    }
  }

  private draw(candidate: ConcernedRow, look: CertificateLook | null): Earned {
    const issuedAt = this.clock.now();
    const issuedOn = localDateOf(issuedAt);
    const { marks: _marks, requiredPercentage: _share, mandatoryParts: _parts, ...rest } = candidate;
    const { requiresFollowUp: _asked, newest: _newest, isWaiting: _waits, validityMonths, ...copied } = rest;
    const validUntil = validityMonths === null ? null : addToDate(issuedOn, { months: validityMonths });
    const given = { ...copied, issuedOn, validUntil, replacesId: null, renewedOn: null, renewedBy: null };
    const t = this.translator(candidate.locale);
    const drawn = drawCertificate(given, { issuedAt, publicUrl: this.config.publicUrl, look, t });
    return { ...drawn, enrolmentId: candidate.enrolmentId };
  }
}
