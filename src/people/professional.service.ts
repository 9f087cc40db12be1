import { Inject, Injectable } from '@nestjs/common';
import { AccountService } from '../access/account.service.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Organisation, ProfessionalFunction } from './organisation.entity.js';
import { Professional } from './professional.entity.js';

/** What is filled in about a professional; the municipality is that of the organisation. */
export interface NewProfessional {
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly functionId: string;
}

type Row = Omit<Professional, 'id' | 'regionId'>;

@Injectable()
export class ProfessionalService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Register) private readonly register: Register,
    @Inject(AccountService) private readonly accounts: AccountService,
  ) {}

  /** @throws DomainError 'not-found', also when the actor may not see this professional */
  async get(actor: Actor, id: string): Promise<Professional> {
    const professional = await this.db.read(actor, (tx) => tx.findOneBy(Professional, { id }));
    if (!professional) throw new DomainError('not-found');
    return professional;
  }

  /** Who in a municipality has this work address; a professional may name a colleague without seeing the register. */
  colleague(of: Pick<Professional, 'regionId' | 'municipalityId' | 'email'>): Promise<Professional | null> {
    return this.db.read(systemActor, (tx) => tx.findOneBy(Professional, of));
  }

  /**
   * Registers one professional, who can sign in from now on.
   * @throws DomainError 'organisation-unknown', 'function-unknown' or 'email-in-use'
   */
  async registerOne(actor: Actor, input: NewProfessional): Promise<string> {
    const taken = () => new DomainError('email-in-use', { email: input.email });
    try {
      return await this.db.transaction(actor, async (tx) => {
        // Row-level security answers only organisations of which the actor may register people.
        const organisation = await tx.findOneBy(Organisation, { id: input.organisationId });
        if (!organisation) throw new DomainError('organisation-unknown');
        if (!(await tx.existsBy(ProfessionalFunction, { id: input.functionId })))
          throw new DomainError('function-unknown');
        if (await tx.existsBy(Professional, { regionId: actor.regionId!, email: input.email })) throw taken();
        const { municipalityId } = organisation;
        const { registered, opened } = await this.bringIn(tx, actor, [{ ...input, municipalityId }]);
        if (opened.length === 0) throw taken();
        return registered[0]!.row.id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'professional_email_unique') throw taken();
      throw error;
    }
  }

  /** Brings professionals into the register, each known by the e-mail address, and lets the new ones sign in. */
  async registerProfessionals(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<RowResult[]> {
    return (await this.bringIn(tx, actor, rows)).registered;
  }

  private async bringIn(tx: Tx, actor: Actor, rows: readonly Row[]) {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: Professional,
      subjectType: 'professional',
      within: { regionId },
      key: ['email'],
      personal: ['name', 'email'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    const added = registered.filter(({ outcome }) => outcome === 'added');
    const opened = await this.accounts.openAccounts(
      tx,
      actor,
      added.map(({ row: { id, name, email, municipalityId } }) => ({
        ...{ regionId, role: 'professional', name, email, locale: 'nl', municipalityId, professionalId: id },
      })),
    );
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row);
    await this.accounts.followProfessionals(tx, changed);
    return { registered, opened };
  }
}
