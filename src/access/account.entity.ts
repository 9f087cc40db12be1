import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';

/** Someone who can sign in, in one role. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') role!: Role;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') locale!: Locale;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'professional_id', nullable: true }) professionalId!: string | null;
  @Column('uuid', { name: 'trainer_id', nullable: true }) trainerId!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
