import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { figureKinds } from '../grants/figure.rules.js';
import { csvLines } from '../platform/files/csv-file.js';
import { xlsxFile } from '../platform/files/xlsx-file.js';
import { formatCents, formatInstant } from '../platform/i18n/format.js';
import { TRANSLATOR, type Translate, type Translator } from '../platform/i18n/translator.js';
import { annexFields } from './annex.pages.js';
import { finalText, statementCells, statementColumns } from './statement-cells.pages.js';
import { writeStatement, type StatementPaper } from './statement-pdf.js';
import type { Statement } from './statement.queries.js';
import { totalOf, type Figures } from './statement.rules.js';
import type { StatementFileType } from './year.queries.js';

/** For whom and when files are made, and whether the year is still open then. */
export interface Making {
  readonly regionName: string;
  readonly at: Date;
  readonly isDraft: boolean;
}

/** Makes the files of a statement, which goes into the annual accounts and is in Dutch whoever makes it. */
@Injectable()
export class StatementFiles {
  private readonly t: Translate;

  constructor(@Inject(TRANSLATOR) translator: Translator) {
    this.t = translator('nl');
  }

  /** All three files. */
  async all(statement: Statement, making: Making): Promise<Record<StatementFileType, Buffer>> {
    return {
      csv: await this.make(statement, making, 'csv'),
      xlsx: await this.make(statement, making, 'xlsx'),
      pdf: await this.make(statement, making, 'pdf'),
    };
  }

  async make(statement: Statement, making: Making, type: StatementFileType): Promise<Buffer> {
    if (type === 'pdf') return buffer(writeStatement(this.paperOf(statement, making)));
    const columns = statementColumns(statement, this.t);
    const cells = statementCells(statement, this.t);
    if (type === 'csv')
      return buffer(
        csvLines(
          columns.map(({ header }) => header),
          cells,
        ),
      );
    const name = this.t('accountability.title', { year: statement.year });
    return buffer(xlsxFile({ name, columns, totals: true }, cells));
  }

  private paperOf(statement: Statement, { regionName, at, isDraft }: Making): StatementPaper {
    const { year, annex, grants } = statement;
    const state = isDraft
      ? this.t('accountability.draft', { year })
      : this.t('accountability.fixed', { moment: formatInstant(at, 'nl') });
    const missing = this.t('accountability.missing');
    const scheme = annexFields.map(
      (name) => `${this.t(`accountability.annex.${name}`)}: ${annex[name] === '' ? missing : annex[name]}`,
    );
    return {
      ...{ title: this.t('accountability.title', { year }), regionName, madeAt: at },
      lines: [state, ...scheme],
      headers: statementColumns(statement, this.t)
        .slice(1 + annexFields.length)
        .map(({ header }) => header),
      rows: grants.map((grant) => [
        grant.decisionNumber,
        ...amountsOf(grant.figures),
        finalText(grant, this.t),
      ]),
      totals: [
        this.t('accountability.total'),
        ...amountsOf(totalOf(grants.map(({ figures }) => figures))),
        '',
      ],
    };
  }
}

function amountsOf(figures: Figures): string[] {
  return figureKinds.map((kind) => formatCents(figures[kind], 'nl'));
}
