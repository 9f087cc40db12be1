import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { blocks, type MailKind } from './mail-kinds.rules.js';
import { standardText } from './standard-texts.js';
import { eachBlock, textsOf, type OwnBlocks, type Texts } from './wording.rules.js';
import { latestWords } from './words.queries.js';

/** One kind of mail in one language. */
export interface MailText {
  readonly kind: MailKind;
  readonly locale: Locale;
}

/** How the words of a mail stand for who writes them: the region, or one municipality. */
export interface Standing {
  /** Null where the region's words are meant. */
  readonly municipalityId: string | null;
  /** Goes up with each change of what stands here, also by the region; 0 when nothing was ever written. */
  readonly version: number;
  /** Of the own words alone. */
  readonly ownVersion: number;
  readonly own: OwnBlocks;
  /** What is said where there are no own words: those of the region, or the standard text. */
  readonly otherwise: Texts;
  /** Whether any of that is the region's. */
  readonly isRegional: boolean;
}

/** Who has words of their own in a mail. */
export interface Written extends MailText {
  /** Null for the region itself. */
  readonly municipality: string | null;
}

const NOTHING_OWN = eachBlock(() => null);
const WRITTEN = `select distinct on (w.kind, w.locale, w.municipality_id) w.kind, w.locale, m.name municipality,
    coalesce(w.subject, w.opening, w.practical, w.closing) is not null "isOwn"
  from wording w left join municipality m on m.id = w.municipality_id
  where w.region_id = $1 and ($2::uuid is null or w.municipality_id is null or w.municipality_id = $2)
  order by w.kind, w.locale, w.municipality_id, w.version desc`;

@Injectable()
export class WordingQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  standing(actor: Actor, mail: MailText): Promise<Standing> {
    return this.db.read(actor, (tx) => standingOf(tx, actor, mail));
  }

  /** Who has own words in which mail: for a contact the region and the own municipality, else everyone in the region. */
  async written(actor: Actor): Promise<Written[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Written & { isOwn: boolean })[]>(WRITTEN, [actor.regionId, municipalityOf(actor)]),
    );
    return rows.filter(({ isOwn }) => isOwn);
  }
}

/** A contact writes for the own municipality, a coordinator for the region. */
const municipalityOf = ({ role, municipalityId }: Actor) => (role === 'contact' ? municipalityId : null);

export async function standingOf(tx: Tx, actor: Actor, mail: MailText): Promise<Standing> {
  const municipalityId = municipalityOf(actor);
  const latest = await latestWords(tx, { regionId: actor.regionId!, municipalityId, ...mail });
  const standard = eachBlock((block) => standardText(mail.kind, block, mail.locale));
  const mine = municipalityId === null ? latest.region : latest.municipality;
  const above = municipalityId === null ? null : latest.region;
  const ownVersion = mine?.version ?? 0;
  return {
    ...{ municipalityId, ownVersion },
    version: ownVersion + (above?.version ?? 0),
    own: mine ? eachBlock((block) => mine[block]) : NOTHING_OWN,
    otherwise: textsOf(above ?? NOTHING_OWN, standard),
    isRegional: above !== null && blocks.some((block) => above[block] !== null),
  };
}
