import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where sessions are held, in one of its rooms. */
@Entity('venue')
export class Venue {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') name!: string;
  @Column('text') address!: string;
  /** How one gets there; null when nobody wrote it down. */
  @Column('text') route!: string | null;
  /** From when on it is not booked any more; null while it is in use. */
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;
}

/** A room of a venue; the database keeps it for one session at a time. */
@Entity('room')
export class Room {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'venue_id' }) venueId!: string;
  /** That of the venue where it has but one room. */
  @Column('text') name!: string;
  /** How many people fit in. */
  @Column('integer') capacity!: number;
  /** How one gets in and around with a wheelchair, a guide dog or poor hearing. */
  @Column('text') accessibility!: string;
  /** From when on it is not booked any more; null while it is in use. */
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;
}
