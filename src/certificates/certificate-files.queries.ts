import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { type CertificateFilter, MATCHES } from './certificates.queries.js';
import type { CertificateWords } from './certificate-pdf.js';
import { LOOK, LOOK_OF, type LookColumns } from './look/look-columns.queries.js';

/** A certificate's file, or the words and the look to make it from. */
export interface KeptFile extends LookColumns {
  readonly id: string;
  readonly document: CertificateWords;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  /** Null for one of before files were kept. */
  readonly pdf: Buffer | null;
}

/** A certificate in a bundle; `size` in bytes, null when its file is still to be made. */
export interface BundledFile {
  readonly id: string;
  readonly number: string;
  readonly professionalName: string;
  readonly regionName: string;
  readonly issuedOn: string;
  readonly size: number | null;
}

const KEPT = `select c.id, c.document, ${LOOK}, c.issued_at "issuedAt", c.revoked_at "revokedAt", c.pdf
  from certificate c ${LOOK_OF}`;
const BATCH = 200;

@Injectable()
export class CertificateFilesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Null when there is no such certificate; one from elsewhere has no words. */
  async byNumber(
    actor: Actor,
    number: string,
  ): Promise<KeptFile | (Omit<KeptFile, 'document'> & { readonly document: null }) | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<KeptFile[]>(`${KEPT} where c.number = $1`, [number]),
    );
    return rows[0] ?? null;
  }

  /** At most 200 without a file, in the order of their ids. */
  withoutFile(afterId: string): Promise<KeptFile[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<KeptFile[]>(
        `${KEPT} where c.pdf is null and c.source is null and c.id > $1 order by c.id limit ${BATCH}`,
        [afterId],
      ),
    );
  }

  /** What a list shows of ours and is not revoked, by name; at most so many. */
  bundle(
    actor: Actor,
    { q, status, today, session }: CertificateFilter,
    limit: number,
  ): Promise<BundledFile[]> {
    return this.db.read(actor, (tx) =>
      tx.query<BundledFile[]>(
        `select c.id, c.number, c.professional_name "professionalName", c.region_name "regionName",
           c.issued_on::text "issuedOn", octet_length(c.pdf) size
         from certificate c where ${MATCHES} and c.revoked_at is null and c.source is null
         order by c.professional_name, c.id limit $5`,
        [q, today, status, session, limit],
      ),
    );
  }

  /** In the order of the ids. */
  byIds(actor: Actor, ids: readonly string[]): Promise<KeptFile[]> {
    return this.db.read(actor, (tx) =>
      tx.query<KeptFile[]>(
        `${KEPT} join unnest($1::uuid[]) with ordinality wanted (id, place) on wanted.id = c.id order by place`,
        [ids],
      ),
    );
  }
}
