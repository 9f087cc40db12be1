import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { HalfYear } from './half-year.rules.js';
import type { Chapter, Figures, Scope } from './report.rules.js';

/** Which report: of a half-year, and of whom. */
export interface ReportKey extends Scope {
  readonly halfYear: HalfYear;
}

/** What a coordinator wrote in a chapter; version 0 where nobody did. */
export interface TextRow {
  readonly chapter: Chapter;
  readonly text: string;
  readonly version: number;
}

/** A report that was made final, and the checksum of its file. */
export interface VersionRow {
  readonly version: number;
  readonly madeAt: Date;
  readonly madeByName: string | null;
  readonly pdfSha256: string;
}

/** A report as it is kept: all that its page shows. */
export interface KeptReport {
  readonly figures: Figures;
  readonly texts: Readonly<Partial<Record<Chapter, string>>>;
}

/** That a report was made final, and how often. */
export interface FinalRow extends ReportKey {
  readonly versions: number;
}

const VERSION = `version, made_at "madeAt", account_name(made_by) "madeByName", pdf_sha256 "pdfSha256"`;
const OF_REPORT = `region_id = $1 and half_year = $2 and municipality_id is not distinct from $3`;

const paramsOf = (actor: Actor, { halfYear, municipalityId }: ReportKey) => [
  actor.regionId,
  halfYear,
  municipalityId,
];

/** What is kept of reports: texts and final versions. */
@Injectable()
export class KeptQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  texts(actor: Actor, key: ReportKey): Promise<TextRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<TextRow[]>(
        `select chapter, text, version from council_report_text where ${OF_REPORT} order by chapter`,
        paramsOf(actor, key),
      ),
    );
  }

  text(actor: Actor, key: ReportKey, chapter: Chapter): Promise<TextRow> {
    return this.db.read(actor, (tx) => this.findText(tx, actor, key, chapter));
  }

  /** The same inside a transaction that changes it. */
  async findText(tx: Tx, actor: Actor, key: ReportKey, chapter: Chapter): Promise<TextRow> {
    const [row] = await tx.query<TextRow[]>(
      `select chapter, text, version from council_report_text where ${OF_REPORT} and chapter = $4`,
      [...paramsOf(actor, key), chapter],
    );
    return row ?? { chapter, text: '', version: 0 };
  }

  /** What was kept of a report, the newest first. */
  versions(actor: Actor, key: ReportKey): Promise<VersionRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<VersionRow[]>(
        `select ${VERSION} from council_report_version where ${OF_REPORT} order by version desc`,
        paramsOf(actor, key),
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async version(
    actor: Actor,
    key: ReportKey,
    version: number,
  ): Promise<VersionRow & { readonly report: KeptReport; readonly pdf: Buffer }> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<(VersionRow & { readonly report: KeptReport; readonly pdf: Buffer })[]>(
        `select ${VERSION}, report, pdf from council_report_version where ${OF_REPORT} and version = $4`,
        [...paramsOf(actor, key), version],
      ),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** Which of the reports of these half-years were made final, as far as the actor may see them. */
  finals(actor: Actor, halfYears: readonly HalfYear[]): Promise<FinalRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<FinalRow[]>(
        `select half_year "halfYear", municipality_id "municipalityId", count(*)::int versions from council_report_version
         where region_id = $1 and half_year = any($2) group by 1, 2 order by 1, 2`,
        [actor.regionId, halfYears],
      ),
    );
  }
}
