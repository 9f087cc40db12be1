import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccountService } from '../../access/account.service.js';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../../platform/database/database.js';
import { Register, type RowResult } from '../../platform/database/register.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Trainer, TrainerSkill } from './trainer.entity.js';

/** A trainer as a list or a coordinator tells of one. */
export type TrainerEntry = Pick<Trainer, 'name' | 'email' | 'providerId'>;

/** All that a coordinator tells about a trainer; without courses the trainer can give all of them. */
export interface TrainerDetails extends TrainerEntry {
  readonly courseIds: readonly string[];
}

@Injectable()
export class TrainerService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Register) private readonly register: Register,
    @Inject(AccountService) private readonly accounts: AccountService,
  ) {}

  /** Brings trainers into the register, each known by the e-mail address, and lets the new ones sign in. */
  async registerTrainers(tx: Tx, actor: Actor, rows: readonly TrainerEntry[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const standing = await tx.find(Trainer, { where: { regionId }, lock: FOR_CHANGE });
    const byEmail = new Map(standing.map((trainer) => [trainer.email, trainer]));
    const whole = rows.map((row) => ({ ...(byEmail.get(row.email) ?? this.newTrainer(regionId)), ...row }));
    const registered = await this.write(tx, actor, whole);
    await this.letIn(
      tx,
      actor,
      whole.filter((_, index) => registered[index]!.outcome === 'added'),
    );
    return registered;
  }

  /**
   * Adds a trainer, who can sign in from now on.
   * @throws DomainError 'email-in-use', 'address-has-account', 'provider-unknown' or 'course-unknown'
   */
  async add(actor: Actor, { courseIds, ...entry }: TrainerDetails): Promise<string> {
    const trainer = { ...this.newTrainer(actor.regionId!), ...entry };
    await this.withRefusals(entry.email, () =>
      this.db.transaction(actor, async (tx) => {
        await this.write(tx, actor, [trainer]);
        await this.teach(tx, actor, trainer.id, courseIds);
        if ((await this.letIn(tx, actor, [trainer])) === 0) throw new DomainError('address-has-account');
      }),
    );
    return trainer.id;
  }

  /**
   * Makes a trainer as told, when still of the version that the teller looked at; the account follows. What is planned
   * with the trainer stays.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'email-in-use', 'address-has-account', 'provider-unknown' or 'course-unknown'
   */
  async change(
    actor: Actor,
    id: string,
    version: number,
    { courseIds, ...entry }: TrainerDetails,
  ): Promise<void> {
    await this.withRefusals(entry.email, () =>
      this.db.transaction(actor, async (tx) => {
        const trainer = await this.lock(tx, id);
        if (trainer.version !== version) throw new DomainError('changed-meanwhile');
        const [written] = await this.write(tx, actor, [{ ...trainer, ...entry }]);
        const taught = await this.teach(tx, actor, id, courseIds);
        if (taught && written!.outcome === 'same') await tx.increment(Trainer, { id }, 'version', 1);
        await this.accounts.followTrainer(tx, { id, name: entry.name, email: entry.email });
      }),
    );
  }

  /**
   * Takes a trainer for the rest of the transaction, as planning does: nobody plans with them meanwhile.
   * @throws DomainError 'not-found', also for a trainer who asks about another one
   */
  async lock(tx: Tx, id: string): Promise<Trainer> {
    const trainer = await tx.findOne(Trainer, { where: { id }, lock: FOR_CHANGE });
    if (!trainer) throw new DomainError('not-found');
    return trainer;
  }

  private async write(tx: Tx, actor: Actor, trainers: readonly Trainer[]): Promise<RowResult[]> {
    const registered = await this.register.bringIn(tx, actor, {
      entity: Trainer,
      subjectType: 'trainer',
      within: { regionId: actor.regionId! },
      key: ['id'],
      personal: ['name', 'email'],
      rows: trainers,
    });
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id);
    if (changed.length > 0) await tx.increment(Trainer, { id: In(changed) }, 'version', 1);
    return registered;
  }

  /** Lets a trainer give exactly these courses; answers whether that changed anything. */
  private async teach(
    tx: Tx,
    actor: Actor,
    trainerId: string,
    courseIds: readonly string[],
  ): Promise<boolean> {
    // Row-level security answers only courses of the actor's own region.
    const [unknown] = await tx.query<object[]>(
      'select from unnest($1::uuid[]) asked (id) where not exists (select from course c where c.id = asked.id)',
      [courseIds],
    );
    if (unknown) throw new DomainError('course-unknown');
    const before = (await tx.findBy(TrainerSkill, { trainerId })).map(({ courseId }) => courseId);
    const gone = before.filter((id) => !courseIds.includes(id));
    const added = courseIds.filter((id) => !before.includes(id));
    if (gone.length + added.length === 0) return false;
    await tx.delete(TrainerSkill, { trainerId, courseId: In(gone) });
    await tx.insert(
      TrainerSkill,
      added.map((courseId) => ({ trainerId, courseId })),
    );
    await this.audit.record(tx, {
      ...{ actor, action: 'change', subjectType: 'trainer', subjectId: trainerId },
      ...{ before: { courseIds: before }, after: { courseIds } },
    });
    return true;
  }

  /** Opens their accounts; answers how many had none yet. */
  private async letIn(tx: Tx, actor: Actor, trainers: readonly Trainer[]): Promise<number> {
    const opened = await this.accounts.openAccounts(
      tx,
      actor,
      trainers.map(({ id, regionId, name, email }) => ({
        ...{ regionId, role: 'trainer', name, email, locale: 'nl', trainerId: id },
      })),
    );
    return opened.length;
  }

  private async withRefusals<T>(email: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'trainer_email_unique') throw new DomainError('email-in-use', { email });
      if (constraint === 'trainer_provider') throw new DomainError('provider-unknown');
      if (constraint === 'account_email_unique') throw new DomainError('address-has-account');
      throw error;
    }
  }

  private newTrainer(regionId: string): Pick<Trainer, 'id' | 'regionId' | 'archivedAt' | 'version'> {
    return { id: newId(this.clock.now()), regionId, archivedAt: null, version: 1 };
  }
}
