import type { Tx } from '../platform/database/database.js';
import { queryPrepared } from '../platform/database/query-prepared.js';
import type { Locale } from '../shared/locale.js';
import type { MailKind } from './mail-kinds.rules.js';
import type { OwnBlocks } from './wording.rules.js';

/** The blocks that a region or a municipality wrote itself. */
export interface OwnWords extends OwnBlocks {
  readonly version: number;
}

/** Of which mail the words are. */
export interface WordedMail {
  readonly regionId: string;
  readonly municipalityId: string | null;
  readonly kind: MailKind;
  readonly locale: Locale;
}

const LATEST = `select distinct on (municipality_id) municipality_id is not null "isMunicipal", version, subject, opening,
    practical, closing
  from wording where region_id = $1 and (municipality_id is null or municipality_id = $2) and kind = $3 and locale = $4
  order by municipality_id, version desc`;

/** The newest words of the region and of the municipality for a mail; null for who never wrote any. */
export async function latestWords(
  tx: Tx,
  { regionId, municipalityId, kind, locale }: WordedMail,
): Promise<{ readonly region: OwnWords | null; readonly municipality: OwnWords | null }> {
  const rows = await queryPrepared<(OwnWords & { isMunicipal: boolean })[]>(tx, LATEST, [
    ...[regionId, municipalityId, kind, locale],
  ]);
  const of = (wanted: boolean) => rows.find(({ isMunicipal }) => isMunicipal === wanted) ?? null;
  return { region: of(false), municipality: of(true) };
}
