import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../../platform/i18n/translator.js';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { addToDate, localDateOf } from '../../shared/local-date.js';
import type { Locale } from '../../shared/locale.js';
import { certificateDocument } from '../certificate-document.js';
import { writeCertificatePdf } from '../certificate-pdf.js';
import { type LookRow, lookFor, LooksQueries } from './looks.queries.js';

/** What one chooses; null for that of the platform, and for no logo. */
export interface ChosenLook {
  readonly accent: string | null;
  readonly logo: Buffer | null;
}

/** How certificates of a municipality look: for what is issued from now on. */
@Injectable()
export class Looks {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LooksQueries) private readonly queries: LooksQueries,
  ) {}

  /** @throws DomainError 'not-found' for a municipality for which the actor may not choose */
  async one(actor: Actor, municipalityId: string): Promise<LookRow> {
    const look = await this.queries.one(actor, municipalityId);
    if (!look) throw new DomainError('not-found');
    return look;
  }

  /**
   * Writes the next version, when the last is still the one that was looked at.
   * @throws DomainError 'not-found' or 'changed-meanwhile'
   */
  async choose(actor: Actor, municipalityId: string, version: number, chosen: ChosenLook): Promise<void> {
    try {
      await this.write(actor, municipalityId, version, chosen);
    } catch (error) {
      // Of two at once the second finds the version taken.
      if (violatedConstraint(error) !== 'certificate_look_version_once') throw error;
      throw new DomainError('changed-meanwhile');
    }
  }

  private write(actor: Actor, municipalityId: string, version: number, chosen: ChosenLook): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const before = await lookFor(tx, actor, municipalityId);
      if (!before) throw new DomainError('not-found');
      if (before.version !== version) throw new DomainError('changed-meanwhile');
      if (isSame(before, chosen)) return;
      const now = this.clock.now();
      const id = newId(now);
      await tx.query(
        `insert into certificate_look (id, region_id, municipality_id, version, accent, logo, written_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, actor.regionId, municipalityId, version + 1, chosen.accent, chosen.logo, now],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'change', subjectType: 'certificateLook', subjectId: id },
        before: toldOf(before, version),
        after: { municipalityId, ...toldOf(chosen, version + 1) },
      });
    });
  }

  /** A certificate of nobody that looks as was chosen, in the language of who asks. */
  preview(look: LookRow, { accent, logo }: ChosenLook, locale: Locale): Promise<Buffer> {
    const t = this.translator(locale);
    const now = this.clock.now();
    const today = localDateOf(now);
    const owner = {
      ...{ professionalName: t('certificates.look.example.name'), level: 'basic' as const, locale },
      ...{ courseTitle: t('certificates.look.example.course'), dates: [today], renewedOn: null },
      ...{ municipalityName: look.municipality, regionName: look.region },
    };
    const issue = {
      ...{ number: t('certificates.look.example.number'), checkUrl: `${this.config.publicUrl}/check` },
      ...{ issuedOn: today, validUntil: addToDate(today, { months: 36 }) },
    };
    return writeCertificatePdf({
      ...certificateDocument(owner, issue, t),
      issuedAt: now,
      look: { id: look.municipalityId, accent, logo },
    });
  }
}

function isSame(one: ChosenLook, other: ChosenLook): boolean {
  const sameLogo = one.logo === null ? other.logo === null : other.logo?.equals(one.logo);
  return one.accent === other.accent && sameLogo === true;
}

const toldOf = ({ accent, logo }: ChosenLook, version: number) => ({
  ...{ accent, version },
  logoChecksum: logo && createHash('sha256').update(logo).digest('hex'),
});
