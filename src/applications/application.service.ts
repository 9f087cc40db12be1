import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx, violatedConstraint } from '../platform/database/database.js';
import type { LinePayer } from '../grants/award.rules.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { ApplicationLine, ApplicationShare, GrantApplication } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { statusOf } from './application.rules.js';

type Verb = 'begin' | 'change' | 'putLine' | 'removeLine' | 'discard' | 'submit';

/** What an application says of itself. */
export type ApplicationFacts = Pick<
  GrantApplication,
  'reference' | 'title' | 'leadMunicipalityId' | 'firstYear' | 'lastYear'
>;

/** A line as one fills it in: trainings of a course at a price (cents), or amounts for something else. */
export interface LineInput {
  readonly year: number;
  /** What it is for; null where the course says so. */
  readonly title: string | null;
  readonly course: { readonly id: string; readonly priceCents: bigint } | null;
  readonly paidBy: LinePayer;
  /** Numbers of trainings, or whole cents; one of nothing is left out. */
  readonly shares: readonly { readonly municipalityId: string; readonly asked: bigint }[];
  /** Which figures are examples; none where someone fills them in. */
  readonly examples?: { readonly price: boolean; readonly municipalities: readonly string[] };
}

/** Drawing up an application and submitting it. */
@Injectable()
export class ApplicationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
  ) {}

  /**
   * Begins an application.
   * @returns its id
   * @throws DomainError 'application-reference-taken' or 'application-unknown-choice'
   */
  async begin(actor: Actor, facts: ApplicationFacts): Promise<string> {
    const id = newId(this.clock.now());
    await this.refusingDoubles(actor, async (tx) => {
      await this.mustKnow(tx, actor, [facts.leadMunicipalityId], null);
      const open = { version: 1, submittedOn: null, refusedOn: null, grantId: null };
      await tx.insert(GrantApplication, { id, regionId: actor.regionId!, ...facts, ...open });
      await this.record(tx, actor, 'begin', id, { ...facts });
    });
    return id;
  }

  /**
   * @throws DomainError 'not-found', 'changed-meanwhile', 'application-submitted', 'application-reference-taken',
   *   'application-unknown-choice' or 'application-years-used'
   */
  async change(actor: Actor, id: string, version: number, facts: ApplicationFacts): Promise<void> {
    await this.refusingDoubles(actor, async (tx) => {
      await this.takeDraft(tx, id, version);
      await this.mustKnow(tx, actor, [facts.leadMunicipalityId], null);
      const { lines } = await this.queries.find(tx, id);
      if (lines.some(({ year }) => year < facts.firstYear || year > facts.lastYear))
        throw new DomainError('application-years-used');
      await tx.update(GrantApplication, id, { ...facts });
      await this.record(tx, actor, 'change', id, { ...facts });
    });
  }

  /**
   * Adds a line, or replaces the one with this id.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'application-submitted', 'application-line-twice',
   *   'application-line-empty' or 'application-unknown-choice'
   */
  async putLine(
    actor: Actor,
    id: string,
    version: number,
    line: LineInput,
    lineId: string | null = null,
  ): Promise<void> {
    await this.refusingDoubles(actor, async (tx) => {
      const { firstYear, lastYear } = await this.takeDraft(tx, id, version);
      if (line.year < firstYear || line.year > lastYear) throw new DomainError('application-unknown-choice');
      if (line.shares.every(({ asked }) => asked === 0n)) throw new DomainError('application-line-empty');
      const municipalities = line.shares.map(({ municipalityId }) => municipalityId);
      await this.mustKnow(tx, actor, municipalities, line.course?.id ?? null);
      if (lineId !== null) await this.takeAway(tx, id, lineId);
      await this.insertLine(tx, actor, { id: lineId ?? newId(this.clock.now()), applicationId: id }, line);
      await this.record(tx, actor, 'putLine', id, { year: line.year, title: line.title });
    });
  }

  /** @throws DomainError 'not-found', 'changed-meanwhile' or 'application-submitted' */
  async removeLine(actor: Actor, id: string, version: number, lineId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.takeDraft(tx, id, version);
      const gone = await this.takeAway(tx, id, lineId);
      await this.record(tx, actor, 'removeLine', id, { year: gone.year, title: gone.title });
    });
  }

  /** Throws a draft away. @throws DomainError 'not-found', 'changed-meanwhile' or 'application-submitted' */
  async discard(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { reference } = await this.takeDraft(tx, id, version);
      await tx.delete(GrantApplication, id);
      await this.record(tx, actor, 'discard', id, { reference });
    });
  }

  /**
   * Submits an application: from then on it stays as it is.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'application-submitted', 'application-empty' or 'decision-in-future'
   */
  async submit(actor: Actor, id: string, version: number, submittedOn: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.takeDraft(tx, id, version);
      if (submittedOn > localDateOf(this.clock.now())) throw new DomainError('decision-in-future');
      const { lines } = await this.queries.find(tx, id);
      if (lines.length === 0) throw new DomainError('application-empty');
      await tx.update(GrantApplication, id, { submittedOn });
      await this.record(tx, actor, 'submit', id, { submittedOn });
    });
  }

  private async takeDraft(tx: Tx, id: string, version: number): Promise<GrantApplication> {
    const application = await tx.findOne(GrantApplication, { where: { id }, lock: FOR_CHANGE });
    if (!application) throw new DomainError('not-found');
    if (application.version !== version) throw new DomainError('changed-meanwhile');
    if (statusOf(application) !== 'draft') throw new DomainError('application-submitted');
    await tx.increment(GrantApplication, { id }, 'version', 1);
    return application;
  }

  private async takeAway(tx: Tx, applicationId: string, id: string): Promise<ApplicationLine> {
    const line = await tx.findOneBy(ApplicationLine, { id, applicationId });
    if (!line) throw new DomainError('not-found');
    await tx.delete(ApplicationLine, id);
    return line;
  }

  private async insertLine(
    tx: Tx,
    actor: Actor,
    made: { readonly id: string; readonly applicationId: string },
    { year, title, course, paidBy, shares, examples }: LineInput,
  ): Promise<void> {
    const regionId = actor.regionId!;
    await tx.insert(ApplicationLine, {
      ...{ ...made, regionId, year, title: title ?? '', courseId: course?.id ?? null },
      priceCents: course ? String(course.priceCents) : null,
      ...{ paidBy, isDemo: examples?.price ?? false },
    });
    const asked = shares.filter((share) => share.asked > 0n);
    await tx.insert(
      ApplicationShare,
      asked.map(({ municipalityId, asked: amount }) => ({
        ...{ lineId: made.id, municipalityId, regionId },
        trainings: course ? Number(amount) : null,
        amountCents: String(course ? course.priceCents * amount : amount),
        isDemo: examples?.municipalities.includes(municipalityId) ?? false,
      })),
    );
  }

  /** What is chosen comes from a form or another system; only what is of the region can be meant. */
  private async mustKnow(
    tx: Tx,
    actor: Actor,
    municipalityIds: readonly string[],
    courseId: string | null,
  ): Promise<void> {
    const [known] = await tx.query<{ all: boolean }[]>(
      `select (select count(*) from municipality where region_id = $1 and id = any($2)) = cardinality($2::uuid[])
         and ($3::uuid is null or exists (select from course where region_id = $1 and id = $3)) "all"`,
      [actor.regionId, municipalityIds, courseId],
    );
    if (!known!.all) throw new DomainError('application-unknown-choice');
  }

  private async refusingDoubles(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(actor, work);
    } catch (error) {
      const constraint = violatedConstraint(error) ?? '';
      if (constraint === 'grant_application_reference_unique')
        throw new DomainError('application-reference-taken');
      if (constraint.startsWith('application_line_')) throw new DomainError('application-line-twice');
      throw error;
    }
  }

  private record(
    tx: Tx,
    actor: Actor,
    action: Verb,
    id: string,
    after: NonNullable<Deed['after']>,
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ actor, action: `${action}Application` as const, subjectType: 'grant-application', subjectId: id },
      after,
    });
  }
}
