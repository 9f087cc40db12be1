import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A fact that happened, written in the transaction in which it happened. */
@Entity('outbox')
export class OutboxEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('text') fact!: string;
  @Column('jsonb') payload!: object;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'dispatched_at', nullable: true }) dispatchedAt!: Date | null;
}
