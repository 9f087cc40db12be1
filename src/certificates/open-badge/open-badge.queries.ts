import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../shared/actor.js';
import type { Locale } from '../../shared/locale.js';
import type { KeptFile } from '../certificate-files.queries.js';
import { LOOK, LOOK_OF } from '../look/look-columns.queries.js';

/** A certificate of which its owner can have a badge made, or has. */
export interface BadgeableRow extends Omit<KeptFile, 'pdf'> {
  readonly regionId: string;
  readonly regionName: string;
  readonly professionalName: string;
  readonly email: string;
  /** Of the course; what is of a level only has one for the level in its region. */
  readonly courseId: string;
  /** Who tells that it was given elsewhere; null for one of ours. */
  readonly source: string | null;
  readonly courseTitle: string;
  readonly locale: Locale;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  /** Of the badge; null where there is none. */
  readonly badgeId: string | null;
  readonly madeAt: Date | null;
  readonly keyId: string | null;
}

/** A badge in the forms in which it can be had. */
export interface BadgeFiles {
  readonly madeAt: Date;
  readonly credential: string;
  readonly jwt: string;
  readonly pdf: Buffer;
  readonly revokedAt: Date | null;
}

@Injectable()
export class OpenBadgeQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  async badgeable(actor: Actor, number: string): Promise<BadgeableRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<BadgeableRow[]>(
        `select c.id, c.region_id "regionId", r.name "regionName", c.professional_name "professionalName", p.email,
           coalesce(c.course_id, md5(c.region_id || c.level)::uuid) "courseId", c.source, c.course_title "courseTitle", c.locale, c.issued_at "issuedAt",
           c.issued_on::text "issuedOn", c.valid_until::text "validUntil", c.revoked_at "revokedAt", c.document, ${LOOK},
           b.id "badgeId", b.made_at "madeAt", b.key_id "keyId"
         from certificate c join professional p on p.id = c.professional_id join region r on r.id = c.region_id
         left join open_badge b on b.certificate_id = c.id ${LOOK_OF}
         where c.number = $1`,
        [number],
      ),
    );
    return rows[0] ?? null;
  }

  async files(actor: Actor, number: string): Promise<BadgeFiles | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<BadgeFiles[]>(
        `select b.made_at "madeAt", b.credential, b.jwt, b.pdf, c.revoked_at "revokedAt"
         from open_badge b join certificate c on c.id = b.certificate_id where c.number = $1`,
        [number],
      ),
    );
    return rows[0] ?? null;
  }
}
