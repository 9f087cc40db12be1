import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '../platform/i18n/format.js';
import { TRANSLATOR, type Translate, type Translator } from '../platform/i18n/translator.js';
import type { KeptReport } from './kept.queries.js';
import { writeReport } from './report-pdf.js';
import { reportTitle, shownChapters } from './report.pages.js';

/** For whom and when a file is made, and whether the report can still change. */
export interface Making {
  readonly regionName: string;
  readonly at: Date;
  readonly isDraft: boolean;
}

/** Makes the file of a report, which goes to a council and is in Dutch whoever makes it. */
@Injectable()
export class ReportFile {
  private readonly t: Translate;

  constructor(@Inject(TRANSLATOR) translator: Translator) {
    this.t = translator('nl');
  }

  make(report: KeptReport, { regionName, at, isDraft }: Making): Promise<Buffer> {
    const reader = { t: this.t, locale: 'nl' } as const;
    const moment = formatInstant(at, 'nl');
    const page = writeReport({
      ...{ title: reportTitle(report.figures, reader), regionName, madeAt: at },
      lines: [
        this.t(isDraft ? 'council-report.draftOn' : 'council-report.finalOn', { moment }),
        this.t('council-report.lead'),
        this.t('council-report.hiding'),
      ],
      chapters: shownChapters(report, reader),
    });
    return buffer(page);
  }
}
