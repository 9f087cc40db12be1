import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that a client marked as its own, and what was answered. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text', { name: 'request_hash' }) requestHash!: string;
  /** Null while the request is being carried out. */
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('jsonb', { nullable: true }) body!: unknown;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
