import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Register, type Outcome, type RowResult } from '../platform/database/register.js';
import { Municipality, Region } from './region.entity.js';

/** A region as a file names it. */
export interface RegionEntry {
  readonly name: string;
  readonly lead: { readonly cbsCode: string; readonly name: string };
  readonly isDemo: boolean;
  /** What is null stays as it stands. */
  readonly settings: {
    readonly travelMinutes: number | null;
    readonly wishesKeptDays: number | null;
    readonly reasonsKeptMonths: number | null;
    readonly guestNamesKeptMonths: number | null;
    readonly expiryMailDays: number | null;
  };
}

/** A municipality as a list names it; where it does not say so, it stays a member of the region or not, and a new one is. */
export interface MunicipalityEntry {
  readonly cbsCode: string;
  readonly name: string;
  readonly isMember?: boolean | null;
}

@Injectable()
export class RegionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Register) private readonly register: Register,
  ) {}

  /** The id of the region with this name, or of the only region when no name is given; else null. */
  async find(name: string | null): Promise<string | null> {
    const where = name === null ? {} : { name };
    const found = await this.db.read(systemActor, (tx) => tx.find(Region, { where, take: 2 }));
    return found.length === 1 ? found[0]!.id : null;
  }

  /** Brings a region and its lead municipality into the register, known by its name; only the system may. */
  async registerRegion(
    tx: Tx,
    actor: Actor,
    entry: RegionEntry,
  ): Promise<{ regionId: string; outcome: Outcome }> {
    const { name, isDemo } = entry;
    const before = await tx.findOneBy(Region, { name });
    const regionId = before?.id ?? newId(this.clock.now());
    const today = localDateOf(this.clock.now());
    if (!before)
      await tx.insert(Region, {
        id: regionId,
        name,
        isDemo,
        leadMunicipalityId: null,
        expiryMailSince: today,
      });
    const inRegion = { ...actor, regionId };
    const [lead] = await this.bringInMunicipalities(tx, inRegion, [entry.lead]);
    const leadMunicipalityId = lead!.row.id;
    const told: Partial<Region> = { isDemo, leadMunicipalityId, ...givenOf(entry.settings) };
    const same =
      before !== null &&
      Object.entries(told).every(([field, value]) => before[field as keyof Region] === value);
    if (same && lead!.outcome === 'same') return { regionId, outcome: 'same' };
    const { expiryMailDays } = told;
    const newTerm = expiryMailDays !== undefined && expiryMailDays !== before?.expiryMailDays;
    await tx.update(Region, regionId, { ...told, ...(newTerm && { expiryMailSince: today }) });
    await this.audit.record(tx, {
      actor: inRegion,
      action: before ? 'change' : 'register',
      subjectType: 'region',
      subjectId: regionId,
      after: { name, ...told },
    });
    return { regionId, outcome: before ? 'changed' : 'added' };
  }

  /** Brings municipalities into the region, each known by its CBS code. */
  async registerMunicipalities(
    tx: Tx,
    actor: Actor,
    rows: readonly MunicipalityEntry[],
  ): Promise<RowResult[]> {
    return this.bringInMunicipalities(tx, actor, rows);
  }

  private async bringInMunicipalities(tx: Tx, actor: Actor, rows: readonly MunicipalityEntry[]) {
    const regionId = actor.regionId!;
    const known = await tx.findBy(Municipality, { regionId });
    const isMember = new Map(known.map((municipality) => [municipality.cbsCode, municipality.isMember]));
    return this.register.bringIn(tx, actor, {
      entity: Municipality,
      subjectType: 'municipality',
      within: { regionId },
      key: ['cbsCode'],
      rows: rows.map((row) => ({
        ...{ cbsCode: row.cbsCode, name: row.name, regionId },
        isMember: row.isMember ?? isMember.get(row.cbsCode) ?? true,
      })),
    });
  }
}

/** The settings that the file gives. */
function givenOf(settings: RegionEntry['settings']): Partial<Pick<Region, keyof RegionEntry['settings']>> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
