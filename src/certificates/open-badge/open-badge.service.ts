import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../../platform/i18n/translator.js';
import { proofOf } from '../../platform/signing/data-integrity.js';
import { signJwt } from '../../platform/signing/json-web-token.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { writeCertificatePdf } from '../certificate-pdf.js';
import { printedFrom } from '../look/look-columns.queries.js';
import { BadgeKeysQueries, type SigningKey } from './badge-keys.queries.js';
import { BadgeKeys } from './badge-keys.service.js';
import { contexts } from './contexts.js';
import { secretOf } from './made-key.js';
import { OpenBadgeQueries, type BadgeableRow, type BadgeFiles } from './open-badge.queries.js';
import { claimsOf, unsignedBadge, type BadgeContent } from './open-badge.rules.js';
import { jwkAddress, keyAddress, publicationOf } from './publication.rules.js';

/** Badges of certificates, by choice of who has the certificate. */
@Injectable()
export class OpenBadges {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(BadgeKeys) private readonly keys: BadgeKeys,
    @Inject(BadgeKeysQueries) private readonly keysQueries: BadgeKeysQueries,
    @Inject(OpenBadgeQueries) private readonly queries: OpenBadgeQueries,
  ) {}

  /**
   * Makes the badge of a certificate. One that is there already stays, unless its key was revoked since.
   * @throws DomainError 'not-found' or 'certificate-revoked'
   */
  async make(actor: Actor, number: string, { withName }: { readonly withName: boolean }): Promise<void> {
    const certificate = await this.badgeable(actor, number);
    if (certificate.badgeId !== null && !(await this.hasRevokedKey(certificate))) return;
    const key = await this.keys.signingKey(certificate.regionId);
    const statusIndex = await this.nextPlace(certificate.regionId);
    const made = await this.sign(
      certificate,
      key,
      this.contentOf(certificate, { number, withName, statusIndex }),
    );
    await this.db.transaction(actor, async (tx) => {
      await tx.query('delete from open_badge where id = $1', [certificate.badgeId]);
      const inserted = await tx.query<unknown[]>(
        `insert into open_badge (id, region_id, certificate_id, key_id, status_index, made_at, credential, jwt, pdf)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (certificate_id) do nothing returning id`,
        [
          ...[made.id, certificate.regionId, certificate.id, key.id, statusIndex, this.clock.now()],
          ...[made.credential, made.jwt, made.pdf],
        ],
      );
      // Another press was first.
      if (inserted.length === 0) return;
      await this.audit.record(tx, {
        ...({
          actor,
          action: 'makeOpenBadge',
          subjectType: 'certificate',
          subjectId: certificate.id,
        } as const),
      });
    });
  }

  /**
   * Takes a badge away for good: it is not kept, and who verifies a copy sees that it no longer counts.
   * @throws DomainError 'not-found'
   */
  async withdraw(actor: Actor, number: string): Promise<void> {
    const certificate = await this.queries.badgeable(actor, number);
    if (!certificate?.badgeId) throw new DomainError('not-found');
    await this.db.transaction(actor, async (tx) => {
      const [, withdrawn] = await tx.query<[unknown, number]>('delete from open_badge where id = $1', [
        certificate.badgeId,
      ]);
      if (withdrawn !== 1) throw new DomainError('not-found');
      await this.audit.record(tx, {
        ...({ actor, action: 'withdrawOpenBadge' } as const),
        ...({ subjectType: 'certificate', subjectId: certificate.id } as const),
      });
    });
  }

  /** @throws DomainError 'not-found' or 'certificate-revoked' */
  async files(actor: Actor, number: string): Promise<BadgeFiles> {
    const files = await this.queries.files(actor, number);
    if (!files) throw new DomainError('not-found');
    if (files.revokedAt) throw new DomainError('certificate-revoked');
    return files;
  }

  /** @throws DomainError 'not-found', 'certificate-revoked' or 'certificate-from-elsewhere' */
  async badgeable(actor: Actor, number: string): Promise<BadgeableRow> {
    const certificate = await this.queries.badgeable(actor, number);
    if (!certificate) throw new DomainError('not-found');
    if (certificate.source !== null) throw new DomainError('certificate-from-elsewhere');
    if (certificate.revokedAt) throw new DomainError('certificate-revoked');
    return certificate;
  }

  /** Whether the badge of a certificate no longer counts because of the key with which it was signed. */
  async hasRevokedKey({ regionId, keyId }: BadgeableRow): Promise<boolean> {
    return keyId !== null && (await this.keysQueries.one(regionId, keyId))?.revokedAt !== null;
  }

  /** A place of its own in the status lists; one that is not used after all stays unused. */
  private nextPlace(regionId: string): Promise<number> {
    // The platform counts for everyone in the region.
    return this.db.transaction(systemActor, async (tx) => {
      const [issuer] = await tx.query<{ place: number }[]>(
        `insert into badge_issuer (region_id, next_status_index) values ($1, 1)
         on conflict (region_id) do update set next_status_index = badge_issuer.next_status_index + 1
         returning next_status_index - 1 place`,
        [regionId],
      );
      return issuer!.place;
    });
  }

  private contentOf(
    certificate: BadgeableRow,
    choice: { readonly number: string; readonly withName: boolean; readonly statusIndex: number },
  ): BadgeContent {
    const { document, email, professionalName, courseId, courseTitle, locale, issuedOn, validUntil } =
      certificate;
    const { number, withName, statusIndex } = choice;
    return {
      ...{ id: randomUUID(), subjectId: randomUUID(), salt: randomBytes(16).toString('hex') },
      ...{ email, shown: withName ? { name: professionalName, number, checkUrl: document.checkUrl } : null },
      ...{ courseId, courseTitle, locale, issuedOn, validUntil, statusIndex },
      description: `${document.levelLabel}. ${document.partsLine}`,
      criteria: this.translator(locale)('certificates.badge.criteria', { course: courseTitle }),
    };
  }

  private async sign(certificate: BadgeableRow, key: SigningKey, content: BadgeContent) {
    const { regionId, regionName, locale } = certificate;
    const publication = publicationOf(this.config.publicUrl, { id: regionId, name: regionName });
    const unsigned = unsignedBadge(content, publication);
    const by = { secret: secretOf(key.ed25519), key: keyAddress(publication, key.multikey), contexts };
    const proof = [await proofOf(unsigned, by, this.clock.now())];
    const credential = `${JSON.stringify({ ...unsigned, proof }, null, 2)}\n`;
    const pdf = await writeCertificatePdf(printedFrom(certificate), {
      ...{ name: 'open-badge.json', type: 'application/vc', content: credential },
      description: this.translator(locale)('certificates.badge.attachment'),
    });
    const jwt = signJwt(claimsOf(unsigned), {
      secret: secretOf(key.rsa),
      kid: jwkAddress(publication, key.id),
    });
    return { id: content.id, credential, jwt, pdf };
  }
}
