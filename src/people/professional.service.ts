import { Inject, Injectable } from '@nestjs/common';
import { AccountService } from '../access/account.service.js';
import { systemActor, type Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { Audit } from '../platform/audit/audit.js';
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
  /** The language of their mails; Dutch when nobody says. */
  readonly locale?: Locale;
}

type Row = Omit<Professional, 'id' | 'regionId'>;

@Injectable()
export class ProfessionalService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Register) private readonly register: Register,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(Audit) private readonly audit: Audit,
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
    return this.orTaken(input, () => this.db.transaction(actor, (tx) => this.add(tx, actor, input)));
  }

  /**
   * Registers someone who has shown that the address is theirs, and who has no account yet to do it with.
   * @throws DomainError as `registerOne`
   */
  async registerOneself(regionId: string, input: NewProfessional): Promise<void> {
    const actor = { ...systemActor, regionId };
    await this.orTaken(input, () =>
      this.db.transaction(actor, async (tx) => {
        const subjectId = await this.add(tx, actor, input);
        await this.audit.record(tx, {
          actor,
          action: 'registerOneself',
          subjectType: 'professional',
          subjectId,
        });
      }),
    );
  }

  /** Brings professionals into the register, each known by the e-mail address, and lets the new ones sign in. */
  async registerProfessionals(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<RowResult[]> {
    return (await this.bringIn(tx, actor, rows)).registered;
  }

  private async add(tx: Tx, actor: Actor, input: NewProfessional): Promise<string> {
    const { locale, ...person } = input;
    const regionId = actor.regionId!;
    // Row-level security answers only organisations of which the actor may register people.
    const organisation = await tx.findOneBy(Organisation, { id: person.organisationId, regionId });
    if (!organisation) throw new DomainError('organisation-unknown');
    if (!(await tx.existsBy(ProfessionalFunction, { id: person.functionId, regionId })))
      throw new DomainError('function-unknown');
    if (await tx.existsBy(Professional, { regionId, email: person.email })) throw emailInUse(person);
    const { municipalityId } = organisation;
    const { registered, opened } = await this.bringIn(tx, actor, [{ ...person, municipalityId }], locale);
    if (opened.length === 0) throw emailInUse(person);
    return registered[0]!.row.id;
  }

  /** Says that the address is in use also when someone else took it at this very moment. */
  private async orTaken<T>(input: NewProfessional, register: () => Promise<T>): Promise<T> {
    try {
      return await register();
    } catch (error) {
      if (violatedConstraint(error) === 'professional_email_unique') throw emailInUse(input);
      throw error;
    }
  }

  private async bringIn(tx: Tx, actor: Actor, rows: readonly Row[], locale: Locale = 'nl') {
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
        ...{ regionId, role: 'professional', name, email, locale, municipalityId, professionalId: id },
      })),
    );
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row);
    await this.accounts.followProfessionals(tx, changed);
    return { registered, opened };
  }
}

const emailInUse = ({ email }: NewProfessional) => new DomainError('email-in-use', { email });
