import type { CertificateDocument, CertificateLook, CertificateWords } from '../certificate-pdf.js';

/** How a certificate looks, as columns of `certificate c` with LOOK_OF; all null for the look of the platform. */
export interface LookColumns {
  readonly lookId: string | null;
  readonly accent: string | null;
  readonly logo: Buffer | null;
}

export const LOOK = 'c.look_id "lookId", l.accent, l.logo';
export const LOOK_OF = 'left join certificate_look l on l.id = c.look_id';

const lookOf = ({ lookId: id, accent, logo }: LookColumns): CertificateLook | null =>
  id === null ? null : { id, accent, logo };

/** All that a certificate was printed from at issue. */
export const printedFrom = (
  kept: LookColumns & { readonly document: CertificateWords; readonly issuedAt: Date },
): CertificateDocument => ({ ...kept.document, issuedAt: kept.issuedAt, look: lookOf(kept) });
