import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { CommitmentPart } from './extra-cost.rules.js';

/** A part of a commitment with when, by whom and why it was added. */
export interface PartRow extends CommitmentPart {
  readonly commitmentId: string;
  readonly number: number;
  /** Null for what was known when the session was confirmed. */
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

@Injectable()
export class ExtraCostQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** What the commitment of a session is made of, the price first; nothing when it is not confirmed. */
  ofSession(actor: Actor, sessionId: string): Promise<PartRow[]> {
    return this.db.read(actor, (tx) =>
      this.list(tx, 'p.commitment_id = (select id from commitment where session_id = $1)', sessionId),
    );
  }

  /** The same of a commitment. */
  ofCommitment(actor: Actor, commitmentId: string): Promise<PartRow[]> {
    return this.db.read(actor, (tx) => this.find(tx, commitmentId));
  }

  /** The same inside a transaction, to decide on under the lock of its line. */
  find(tx: Tx, commitmentId: string): Promise<PartRow[]> {
    return this.list(tx, 'p.commitment_id = $1', commitmentId);
  }

  private async list(tx: Tx, condition: string, id: string): Promise<PartRow[]> {
    const rows = await tx.query<(Omit<PartRow, 'amountCents'> & { amountCents: string })[]>(
      `select p.commitment_id "commitmentId", p.number, p.kind, p.description, p.amount_cents "amountCents", p.vat_treatment "vatTreatment", p.reason,
         p.recorded_at "recordedAt", account_name(p.account_id) "recordedBy"
       from commitment_part p where ${condition} order by p.number`,
      [id],
    );
    return rows.map((row) => ({ ...row, amountCents: BigInt(row.amountCents) }));
  }
}
