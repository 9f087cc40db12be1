import { Inject, Injectable } from '@nestjs/common';
import { courseLevels } from '../courses/course-level.rules.js';
import { EvaluationResultsQueries } from '../evaluation/evaluation-results.queries.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { effectTables } from './effect-tables.rules.js';
import type { HalfYear } from './half-year.rules.js';
import { MeansQueries } from './means.queries.js';
import { spendTable, trainingsTables } from './means-tables.rules.js';
import { PeopleQueries } from './people.queries.js';
import { coverageTables, followUpTable, reachTables } from './people-tables.rules.js';
import type { Place } from './place.queries.js';
import type { Figures, Named } from './report.rules.js';

/** The figures of a report as they are now. */
@Injectable()
export class ReportQueries {
  private readonly levels: readonly Named[];

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TRANSLATOR) translator: Translator,
    @Inject(EvaluationResultsQueries) private readonly evaluations: EvaluationResultsQueries,
    @Inject(PeopleQueries) private readonly people: PeopleQueries,
    @Inject(MeansQueries) private readonly means: MeansQueries,
  ) {
    const [nl, en] = [translator('nl'), translator('en')];
    this.levels = courseLevels.map((level) => ({
      ...{ id: level, nl: nl(`courses.level.${level}`), en: en(`courses.level.${level}`) },
    }));
  }

  /** What may be shown of a half-year; the place is one that the actor may see. */
  async figures(actor: Actor, halfYear: HalfYear, place: Place): Promise<Figures> {
    const countedOn = localDateOf(this.clock.now());
    // Everyone may see the same of what evaluations show, so that all readers have the same report.
    const everyone = { ...actor, role: 'coordinator' } as const;
    const { figures, questions } = await this.evaluations.results(everyone, { courseId: null, period: null });
    // What must stay hidden follows from everyone's counts, which only the system sees.
    return this.db.read(systemActor, async (tx) => {
      const regionId = actor.regionId!;
      const names = { ...(await this.people.names(tx, regionId)), levels: this.levels };
      const { municipalities } = names;
      return {
        ...{ halfYear, place: place.name, countedOn },
        tables: [
          ...reachTables(await this.people.reach(tx, regionId, halfYear), names, place),
          ...trainingsTables(await this.means.allotments(tx, regionId, halfYear), municipalities, place),
          ...coverageTables(await this.people.coverage(tx, regionId, countedOn), names, place),
          followUpTable(await this.people.followUp(tx, regionId, halfYear), names, place),
          ...effectTables(figures, questions, halfYear, place),
          spendTable(await this.means.spend(tx, regionId, halfYear), municipalities, place),
        ],
      };
    });
  }
}
