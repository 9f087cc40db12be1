import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What was agreed that a session costs, where that is not the price of the list; apart from the session because only
 * coordinator and finance may see it.
 */
@Entity('session_price')
export class SessionPrice {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'price_cents' }) priceCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
}
