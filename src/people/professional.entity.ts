import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone of the first line who can be trained. */
@Entity('professional')
export class Professional {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'function_id' }) functionId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
}
