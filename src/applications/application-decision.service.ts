import { Inject, Injectable } from '@nestjs/common';
import { type AwardedLine, AwardService } from '../grants/award.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { GrantApplication } from './application.entity.js';
import { type ApplicationLineRow, ApplicationQueries } from './application.queries.js';
import { amountOfShare, awardFault, divisionOf, type GrantedLine, statusOf } from './application.rules.js';

/** What the state decided. */
export interface AwardInput {
  readonly decisionNumber: string;
  /** Local date. */
  readonly decidedOn: string;
  readonly amountCents: bigint;
  /** What of each line was granted: numbers of trainings, or whole cents. */
  readonly granted: readonly {
    readonly lineId: string;
    readonly municipalityId: string;
    readonly granted: bigint;
  }[];
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
      refuseMoreThanAsked(lines, award.granted);
      const division = divisionOf(grantedOf(lines, award.granted));
      const fault = awardFault(award.amountCents, division);
      if (fault) throw new DomainError(fault, { divided: formatCents(division.dividedCents, actor.locale) });
      const { title, leadMunicipalityId, firstYear, lastYear, reference } = application;
      const t = this.translator('nl');
      const grantId = await this.awards.record(tx, actor, {
        ...{ title, leadMunicipalityId, firstYear, lastYear },
        ...{ decisionNumber: award.decisionNumber, decidedOn: award.decidedOn },
        ...{ amountCents: award.amountCents, isDemo: award.isDemo ?? false },
        reason: t('applications.award.reason', { reference }),
        lines: withCodes(division.lines, (level) => t(`courses.level.${level}`)),
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

/** The lines with what was granted of them in the place of what was asked; what is not told was not granted. */
function grantedOf(
  lines: readonly ApplicationLineRow[],
  granted: AwardInput['granted'],
): ApplicationLineRow[] {
  const of = (lineId: string, municipalityId: string) =>
    granted.find((row) => row.lineId === lineId && row.municipalityId === municipalityId)?.granted ?? 0n;
  return lines.map((line) => ({
    ...line,
    shares: line.shares.map((share) => ({
      ...share,
      trainings: line.course ? Number(of(line.id, share.municipalityId)) : null,
      amountCents: amountOfShare(line, of(line.id, share.municipalityId)),
    })),
  }));
}

/** Only what was asked can be granted, and no more of it. */
function refuseMoreThanAsked(lines: readonly ApplicationLineRow[], granted: AwardInput['granted']): void {
  for (const row of granted) {
    const line = lines.find(({ id }) => id === row.lineId);
    const share = line?.shares.find(({ municipalityId }) => municipalityId === row.municipalityId);
    if (!line || !share) throw new DomainError('application-unknown-choice');
    if (row.granted > (share.trainings === null ? share.amountCents : BigInt(share.trainings)))
      throw new DomainError('granted-over-asked', { line: line.title, year: line.year });
  }
}

/** Codes by which lists name the lines, each once in a year. */
function withCodes(
  lines: readonly GrantedLine[],
  nameOf: (level: NonNullable<GrantedLine['level']>) => string,
): AwardedLine[] {
  const used = new Set<string>();
  return lines.map((line) => {
    const title = line.level === null ? line.title : `Trainingen ${nameOf(line.level)}`;
    const slug = title
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    let code = slug.slice(0, 50) || 'post';
    for (let next = 2; used.has(`${line.year}/${code}`); next++) code = `${slug.slice(0, 50)}-${next}`;
    used.add(`${line.year}/${code}`);
    return { ...line, code, title };
  });
}
