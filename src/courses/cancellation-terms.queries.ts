import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { CancellationStep } from './cancellation-terms.rules.js';

/** What calling off a session costs, as it stands; whole cents. */
export interface CallingOff {
  readonly provider: string;
  readonly steps: readonly CancellationStep[];
  /** From the day that counts until the first day of the session; below 0 after it. */
  readonly daysLeft: number;
  /** The price, without what comes on top of it. */
  readonly amountCents: bigint;
  /** Of the price. */
  readonly invoicedCents: bigint;
  /** Of price and extra costs. */
  readonly openCents: bigint;
  readonly isDemo: boolean;
}

@Injectable()
export class CancellationTermsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The steps of a provider, the earliest day first. */
  steps(actor: Actor, providerId: string): Promise<CancellationStep[]> {
    return this.db.read(actor, (tx) => this.findSteps(tx, providerId));
  }

  /** The same inside a transaction. */
  findSteps(tx: Tx, providerId: string): Promise<CancellationStep[]> {
    return tx.query<CancellationStep[]>(
      'select days_before "daysBefore", percentage from cancellation_step where provider_id = $1 order by days_before desc',
      [providerId],
    );
  }

  /** What calling a session off on a day (local) would cost, or null where nothing is committed for it. */
  lookAtCallingOff(actor: Actor, sessionId: string, on: string): Promise<CallingOff | null> {
    return this.db.read(actor, (tx) => this.callingOff(tx, sessionId, on));
  }

  /** The same inside a transaction; with null for the day on which it was called off, and long before where that is unknown. */
  async callingOff(tx: Tx, sessionId: string, on: string | null): Promise<CallingOff | null> {
    const [row] = await tx.query<(Record<'amount' | 'invoiced' | 'open', string> & Known)[]>(CALLING_OFF, [
      sessionId,
      on,
    ]);
    if (!row) return null;
    const { amount, invoiced, open, providerId, ...known } = row;
    return {
      ...known,
      steps: await this.findSteps(tx, providerId),
      amountCents: BigInt(amount),
      invoicedCents: BigInt(invoiced),
      openCents: BigInt(open),
    };
  }
}

interface Known {
  readonly providerId: string;
  readonly provider: string;
  readonly daysLeft: number;
  readonly isDemo: boolean;
}

// What is owed is a part of the price of the provider; where there are extra costs, others send invoices too.
const CALLING_OFF = `
  select v.id "providerId", v.name provider, p.amount_cents amount, k.is_demo "isDemo",
    coalesce((select min(p.local_date) from session_part p where p.session_id = s.id)
      - coalesce($2::date, (s.called_off_at at time zone 'Europe/Amsterdam')::date), 9999)::int "daysLeft",
    (select coalesce(sum(r.amount_cents), 0)::bigint from realisation r where r.commitment_id = k.id
      and (k.amount_cents = p.amount_cents or position(lower(v.name) in lower(r.supplier)) > 0)) invoiced,
    (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e
      where e.commitment_id = k.id and e.kind = 'commitment') "open"
  from commitment k
  join commitment_part p on p.commitment_id = k.id and p.kind = 'price'
  join session s on s.id = k.session_id
  join course c on c.id = s.course_id
  join provider v on v.id = c.provider_id
  where k.session_id = $1 and k.settled_at is null`;
