import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { boundsOf, type HalfYear } from './half-year.rules.js';
import { KeptQueries, type KeptReport, type ReportKey } from './kept.queries.js';
import type { Place } from './place.queries.js';
import { ReportFile } from './report-file.js';
import { ReportQueries } from './report.queries.js';
import type { Chapter } from './report.rules.js';

/** Writing texts in reports, and making reports final. */
@Injectable()
export class CouncilReportService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(KeptQueries) private readonly kept: KeptQueries,
    @Inject(ReportQueries) private readonly reports: ReportQueries,
    @Inject(ReportFile) private readonly files: ReportFile,
  ) {}

  /**
   * Writes the text of a chapter; an empty one takes it away.
   * @param version the one that whoever wrote it looked at; 0 where there was none
   * @throws DomainError 'changed-meanwhile'
   */
  async write(
    actor: Actor,
    { halfYear, municipalityId, code }: ReportKey & Place,
    chapter: Chapter,
    { text, version }: { readonly text: string; readonly version: number },
  ): Promise<void> {
    const key = { halfYear, municipalityId };
    await this.db.transaction(actor, async (tx) => {
      await holdReports(tx, actor);
      const before = await this.kept.findText(tx, actor, key, chapter);
      if (before.version !== version) throw new DomainError('changed-meanwhile');
      if (before.text === text) return;
      const now = this.clock.now();
      await tx.query(
        `insert into council_report_text (id, region_id, half_year, municipality_id, chapter, text, version, changed_at, changed_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict on constraint council_report_text_once do update set text = excluded.text, version = excluded.version,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [
          newId(now),
          actor.regionId,
          halfYear,
          municipalityId,
          chapter,
          text,
          version + 1,
          now,
          actor.accountId,
        ],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'writeText', subjectType: 'council-report', subjectId: `${halfYear} ${code}` },
        before: { chapter, text: before.text },
        after: { chapter, text },
      });
    });
  }

  /**
   * Keeps a report as it stands, with its file.
   * @returns which version that is
   * @throws DomainError 'half-year-not-over'
   */
  async makeFinal(actor: Actor, halfYear: HalfYear, place: Place): Promise<number> {
    const now = this.clock.now();
    if (localDateOf(now) <= boundsOf(halfYear).until) throw new DomainError('half-year-not-over');
    const { municipalityId, code } = place;
    const report = await this.draft(actor, halfYear, place);
    const pdf = await this.files.make(report, {
      regionName: actor.regionName ?? '',
      at: now,
      isDraft: false,
    });
    return this.db.transaction(actor, async (tx) => {
      await holdReports(tx, actor);
      const [{ version }] = await tx.query<[{ version: number }]>(
        `insert into council_report_version (id, region_id, half_year, municipality_id, version, made_at, made_by, report, pdf)
         values ($1, $2, $3, $4, (select count(*) + 1 from council_report_version
           where region_id = $2 and half_year = $3 and municipality_id is not distinct from $4), $5, $6, $7, $8)
         returning version`,
        [newId(now), actor.regionId, halfYear, municipalityId, now, actor.accountId, report, pdf],
      );
      await this.audit.record(tx, {
        ...{
          actor,
          action: 'makeReportFinal',
          subjectType: 'council-report',
          subjectId: `${halfYear} ${code}`,
        },
        after: { version },
      });
      return version;
    });
  }

  /** A report as it stands now. */
  async draft(actor: Actor, halfYear: HalfYear, place: Place): Promise<KeptReport> {
    const { municipalityId } = place;
    const written = await this.kept.texts(actor, { halfYear, municipalityId });
    return {
      figures: await this.reports.figures(actor, halfYear, place),
      texts: Object.fromEntries(written.map(({ chapter, text }) => [chapter, text])),
    };
  }
}

// Any constant that no other lock has.
const REPORTS = 7_266;

/** Of all who write in or keep reports of a region one goes first; the others wait for it. */
async function holdReports(tx: Tx, actor: Actor): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [REPORTS, actor.regionId]);
}
