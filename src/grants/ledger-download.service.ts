import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { LedgerDownload } from './ledger-download.entity.js';
import { LedgerFiles, type LedgerOrder, type MadeFile } from './ledger-files.js';
import { LedgerQueries, type LedgerFilter } from './ledger.queries.js';
import type { LedgerFormat } from './ledger.rules.js';

/** Counts the ways in which files have been made: one more whenever columns, or how cells are written, change. */
const LAYOUT = 1;

/** A file that was made before, made again. */
export interface MadeAgain {
  readonly format: LedgerFormat;
  readonly locale: Locale;
  readonly madeAt: Date;
  readonly file: Readable;
}

/** Downloads of the ledger, each of which can be made again byte for byte. */
@Injectable()
export class LedgerDownloadService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LedgerFiles) private readonly files: LedgerFiles,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
  ) {}

  /**
   * Makes a file of what is booked now, or was up to this booking, and remembers it; what was read to its end only, so
   * that no download is whole without its record.
   */
  async make(actor: Actor, asked: Omit<LedgerOrder, 'upTo'> & { readonly upTo?: string }): Promise<Readable> {
    const order = { ...asked, upTo: asked.upTo ?? (await this.ledger.mark(actor)) };
    return Readable.from(this.remembered(actor, order), { objectMode: false });
  }

  /**
   * Makes a file again, after making it once to see that it comes out as it was.
   * @throws DomainError 'not-found', or 'download-differs' when it does not
   */
  async makeAgain(actor: Actor, id: string): Promise<MadeAgain> {
    const kept = await this.db.read(actor, (tx) => tx.findOneBy(LedgerDownload, { id }));
    if (!kept) throw new DomainError('not-found');
    const { format, locale, madeAt, upTo } = kept;
    const order = { format, locale, upTo, filter: kept.filter as unknown as LedgerFilter };
    const made = await readToEnd(this.files.make(actor, order));
    if (made.sha256 !== kept.sha256) throw new DomainError('download-differs');
    const file = Readable.from(this.files.make(actor, order), { objectMode: false });
    return { format, locale, madeAt, file };
  }

  private async *remembered(actor: Actor, order: LedgerOrder): AsyncGenerator<Buffer> {
    const madeAt = this.clock.now();
    const made = yield* this.files.make(actor, order);
    await this.db.transaction(actor, (tx) =>
      tx.insert(LedgerDownload, {
        ...{ ...order, filter: { ...order.filter } },
        ...{ id: newId(madeAt), regionId: actor.regionId!, madeAt, madeBy: actor.accountId, layout: LAYOUT },
        ...made,
      }),
    );
  }
}

async function readToEnd(file: AsyncGenerator<Buffer, MadeFile>): Promise<MadeFile> {
  for (;;) {
    const step = await file.next();
    if (step.done === true) return step.value;
  }
}
