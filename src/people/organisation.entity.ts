import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A school, police team, youth work...; the register is alive, so each entry has a date to look at it again. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'email_domain', nullable: true }) emailDomain!: string | null;
  @Column('text', { name: 'contact_name' }) contactName!: string;
  @Column('text', { name: 'contact_email' }) contactEmail!: string;
  @Column('date', { name: 'review_on' }) reviewOn!: string;
}

/** What a professional does for a living; each region keeps its own list. */
@Entity('professional_function')
export class ProfessionalFunction {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'name_nl' }) nameNl!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
}
