import type { Tx } from '../platform/database/database.js';
import type { WordingVersions } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import { blocks, isNeeded, type Block, type MailKind, type Values } from './mail-kinds.rules.js';
import { standardText } from './standard-texts.js';
import { paragraphsOf } from './template.rules.js';
import { latestWords, type OwnWords, type WordedMail } from './words.queries.js';

/** What a mail says in the blocks of which the words may change, by paragraph. */
export interface Words extends Readonly<Record<Exclude<Block, 'subject'>, readonly string[]>> {
  readonly subject: string;
  readonly versions: WordingVersions;
}

interface Sources {
  readonly region: OwnWords | null;
  readonly municipality: OwnWords | null;
}

/** The words of a mail: those of the municipality go before those of the region, and those before the standard text. */
export async function wordsFor(tx: Tx, mail: WordedMail, values: Values): Promise<Words> {
  return chooseWords(mail, await latestWords(tx, mail), values);
}

/** The same, of words that are at hand. */
export function chooseWords(
  { kind, locale }: { readonly kind: MailKind; readonly locale: Locale },
  { region, municipality }: Sources,
  values: Values,
): Words {
  const chosen = blocks.map((block) => {
    const own = [
      { from: 'municipality', text: municipality?.[block] ?? null },
      { from: 'region', text: region?.[block] ?? null },
    ] as const;
    for (const { from, text } of own) {
      const paragraphs = text === null ? null : paragraphsOf(text, values);
      // A mail has a subject, also where the chosen one names only what this mail has no value for.
      if (paragraphs && (paragraphs.length > 0 || !isNeeded(block))) return { block, from, paragraphs };
    }
    return { block, from: null, paragraphs: paragraphsOf(standardText(kind, block, locale), values) };
  });
  const of = (wanted: Block) => chosen.find(({ block }) => block === wanted)!.paragraphs;
  const uses = (source: 'region' | 'municipality') => chosen.some(({ from }) => from === source);
  return {
    subject: of('subject')[0]!,
    opening: of('opening'),
    practical: of('practical'),
    closing: of('closing'),
    versions: {
      region: uses('region') ? region!.version : null,
      municipality: uses('municipality') ? municipality!.version : null,
    },
  };
}
