import { Inject, Injectable } from '@nestjs/common';
import { AwardService } from '../grants/award.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { GrantApplication } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import {
  awardFault,
  divisionOf,
  grantedFault,
  grantedOf,
  statusOf,
  withCodes,
  type Granted,
} from './application.rules.js';

/** What the state decided. */
export interface AwardInput {
  readonly decisionNumber: string;
  /** Local date. */
  readonly decidedOn: string;
  readonly amountCents: bigint;
  /** What of each line was granted: numbers of trainings, or whole cents. */
  readonly granted: readonly Granted[];
  readonly isDemo?: boolean;
}

/** Recording what the state decided on an application. */
@Injectable()
export class ApplicationDecisionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(AwardService) private readonly awards: AwardService,
  ) {}

  /**
   * Records that the state gives nothing.
   * @throws DomainError 'not-found', 'application-not-waiting', 'decision-before-application' or 'decision-in-future'
   */
  async refuse(actor: Actor, id: string, refusedOn: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.takeWaiting(tx, id, refusedOn);
      if (refusedOn > localDateOf(this.clock.now())) throw new DomainError('decision-in-future');
      await tx.update(GrantApplication, id, { refusedOn });
      await this.audit.record(tx, {
        ...{ actor, action: 'refuseApplication', subjectType: 'grant-application', subjectId: id },
        after: { refusedOn },
      });
    });
  }

  /**
   * Records what the state awarded, whole or in part, and divides it as was granted: lines, budgets and trainings.
   * @returns the id of the grant
   * @throws DomainError 'not-found', 'application-not-waiting', 'decision-before-application', 'application-unknown-choice',
   *   'granted-over-asked', 'award-of-nothing', 'award-below-divided', 'decision-in-future' or 'decision-number-taken'
   */
  async award(actor: Actor, id: string, award: AwardInput): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const application = await this.takeWaiting(tx, id, award.decidedOn);
      const { lines } = await this.queries.find(tx, id);
      const wrong = grantedFault(lines, award.granted);
      if (wrong)
        throw new DomainError(wrong.code, { line: wrong.line?.title ?? '', year: wrong.line?.year ?? '' });
      const t = this.translator('nl');
      const division = divisionOf(grantedOf(lines, award.granted), (level) =>
        t('applications.award.levelLine', { level: t(`courses.level.${level}`) }),
      );
      const fault = awardFault(award.amountCents, division);
      if (fault) throw new DomainError(fault, { divided: formatCents(division.dividedCents, actor.locale) });
      const { title, leadMunicipalityId, firstYear, lastYear, reference } = application;
      const grantId = await this.awards.record(tx, actor, {
        ...{ title, leadMunicipalityId, firstYear, lastYear },
        ...{ decisionNumber: award.decisionNumber, decidedOn: award.decidedOn },
        ...{ amountCents: award.amountCents, isDemo: award.isDemo ?? false },
        reason: t('applications.award.reason', { reference }),
        lines: withCodes(division.lines),
        trainings: division.trainings,
      });
      await tx.update(GrantApplication, id, { grantId });
      await this.audit.record(tx, {
        ...{ actor, action: 'awardApplication', subjectType: 'grant-application', subjectId: id },
        after: { grantId, decisionNumber: award.decisionNumber },
      });
      return grantId;
    });
  }

  private async takeWaiting(tx: Tx, id: string, decidedOn: string): Promise<GrantApplication> {
    const application = await tx.findOne(GrantApplication, { where: { id }, lock: FOR_CHANGE });
    if (!application) throw new DomainError('not-found');
    if (statusOf(application) !== 'submitted') throw new DomainError('application-not-waiting');
    if (decidedOn < application.submittedOn!) throw new DomainError('decision-before-application');
    return application;
  }
}
