import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { csvLines } from '../platform/files/csv-file.js';
import type { Cell } from '../platform/files/cell.js';
import { xlsxFile } from '../platform/files/xlsx-file.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { ledgerCells, ledgerColumns } from './ledger.pages.js';
import { LedgerQueries, type LedgerFilter } from './ledger.queries.js';
import type { LedgerFormat } from './ledger.rules.js';

/** All that decides what is in a download of the ledger: asked twice, it gives the same bytes. */
export interface LedgerOrder {
  readonly format: LedgerFormat;
  readonly locale: Locale;
  readonly filter: LedgerFilter;
  /** The last booking that is in it; no booking below it can come any more. */
  readonly upTo: string;
}

/** What is known of a file when it has been read to its end. */
export interface MadeFile {
  readonly bookings: number;
  readonly sha256: string;
}

/** Makes the files of the ledger. */
@Injectable()
export class LedgerFiles {
  constructor(
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(TRANSLATOR) private readonly translator: Translator,
  ) {}

  /** Streams the file and ends with what is known of it then. */
  async *make(actor: Actor, order: LedgerOrder): AsyncGenerator<Buffer, MadeFile> {
    const count = { bookings: 0 };
    const hash = createHash('sha256');
    for await (const piece of this.file(actor, order, count) as AsyncIterable<Buffer | string>) {
      const bytes = Buffer.from(piece as string);
      hash.update(bytes);
      yield bytes;
    }
    return { ...count, sha256: hash.digest('hex') };
  }

  private file(actor: Actor, order: LedgerOrder, count: { bookings: number }): Readable {
    const t = this.translator(order.locale);
    const columns = ledgerColumns(t);
    const cells = this.cells(actor, order, count);
    if (order.format === 'xlsx')
      return xlsxFile(
        { name: t('grants.ledger.title', { year: order.filter.year }), columns, totals: true },
        cells,
      );
    return csvLines(
      columns.map(({ header }) => header),
      cells,
    );
  }

  private async *cells(
    actor: Actor,
    { filter, upTo, locale }: LedgerOrder,
    count: { bookings: number },
  ): AsyncGenerator<Cell[][]> {
    const cellsOf = ledgerCells(this.translator(locale));
    for await (const rows of this.ledger.inTurn(actor, filter, upTo)) {
      count.bookings += rows.length;
      yield rows.map(cellsOf);
    }
  }
}
