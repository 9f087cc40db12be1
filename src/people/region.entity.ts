import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A lead applicant with its member municipalities. */
@Entity('region')
export class Region {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** Applies for the grant and accounts for it; null only while the region is being registered. */
  @Column('uuid', { name: 'lead_municipality_id', nullable: true }) leadMunicipalityId!: string | null;
  /** Whether the region holds example data, which every page then says. */
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  /** How long a trainer is on the way between two venues, at least. */
  @Column('integer', { name: 'travel_minutes' }) travelMinutes!: number;
  /** How many days after a session the wishes for it are kept. */
  @Column('integer', { name: 'wishes_kept_days' }) wishesKeptDays!: number;
  /** How many months after a session the reasons that people gave are kept. */
  @Column('integer', { name: 'reasons_kept_months' }) reasonsKeptMonths!: number;
  /** How many months after a session the names of its guests are kept. */
  @Column('integer', { name: 'guest_names_kept_months' }) guestNamesKeptMonths!: number;
  /** How many days before a certificate expires its owner is told; 0 for never. */
  @Column('integer', { name: 'expiry_mail_days' }) expiryMailDays!: number;
  /** Since which local date it is so many; what was to be told before is not. */
  @Column('date', { name: 'expiry_mail_since' }) expiryMailSince!: string;
}

@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** The code of Statistics Netherlands (CBS), such as GM0034. */
  @Column('text', { name: 'cbs_code' }) cbsCode!: string;
  @Column('text') name!: string;
  /** People of a municipality that is no member come in where nobody of the region wants the seat. */
  @Column('boolean', { name: 'is_member' }) isMember!: boolean;
}
