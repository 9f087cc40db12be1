import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { bearersOf, type Burden, type SharingKey, type Unit } from './share.rules.js';

/** A commitment of which the cost is shared: that of a session, or an order of one municipality alone. */
export interface SharedCost {
  readonly id: string;
  readonly sessionId: string | null;
  /** The municipality that pays when nothing else is said. */
  readonly municipalityId: string;
}

/** How a cost is shared now. */
export interface Sharing {
  readonly key: SharingKey;
  readonly units: readonly Unit[];
  readonly burdens: readonly Burden[];
}

/** What one municipality bears of a session, with what weighed for it when it was last shared. */
export interface ShareRow {
  readonly municipalityId: string;
  readonly municipalityName: string;
  /** Null where one municipality pays all and nothing was counted. */
  readonly units: number | null;
  readonly reservedCents: bigint;
  readonly spentCents: bigint;
  /** Whether what is reserved has an invented price. */
  readonly isDemo: boolean;
}

/** One row of one time that a session's cost was shared. */
export interface SharingRow {
  /** Counts the times that the session's cost was shared. */
  readonly number: number;
  readonly key: SharingKey;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly units: number;
  readonly amountCents: bigint;
  readonly isDemo: boolean;
  readonly sharedAt: Date;
  /** Null when it followed from seats, people or attendance. */
  readonly sharedBy: string | null;
}

/** By what a session's cost is shared from now on; percentages where they are fixed, in hundredths. */
export interface ChosenKey {
  readonly key: SharingKey;
  readonly percentages: readonly Unit[];
}

@Injectable()
export class ShareQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * What weighs for each municipality by the session's key as things stand now; nothing where the payer bears all.
   * People and seats of municipalities outside the region weigh for the payer. Asked under the session's lock.
   */
  count(tx: Tx, sessionId: string): Promise<Unit[]> {
    return tx.query<Unit[]>(COUNTED, [sessionId]);
  }

  /** How a cost was shared last, and what each municipality bears of it; asked under the lock of its line. */
  async now(tx: Tx, { id, sessionId, municipalityId }: SharedCost): Promise<Sharing> {
    const last = await tx.query<(Unit & { key: SharingKey })[]>(
      `select c.municipality_id "municipalityId", c.units, c.key from cost_share c join municipality m on m.id = c.municipality_id
       where c.session_id = $1 and c.number = (${LAST_NUMBER}) order by m.cbs_code`,
      [sessionId],
    );
    const burdens = await tx.query<{ municipalityId: string; reserved: string; spent: string }[]>(
      `select e.municipality_id "municipalityId", ${BORNE} from ledger_entry e
       where e.commitment_id = $1 group by 1`,
      [id],
    );
    return {
      key: last[0]?.key ?? 'payer',
      units: bearersOf(last, municipalityId),
      burdens: burdens.map((row) => ({
        municipalityId: row.municipalityId,
        reservedCents: BigInt(row.reserved),
        spentCents: BigInt(row.spent),
      })),
    };
  }

  /** Whether the cost of a session is shared by a key, and not borne by one municipality. */
  async hasKey(tx: Tx, sessionId: string): Promise<boolean> {
    const found = await tx.query<object[]>('select from sharing_key where session_id = $1', [sessionId]);
    return found.length > 0;
  }

  /** The number of the next time that a session's cost is shared; asked under the session's lock. */
  async nextNumber(tx: Tx, sessionId: string): Promise<number> {
    const [found] = await tx.query<{ number: number }[]>(
      `select coalesce((${LAST_NUMBER}), 0) + 1 "number"`,
      [sessionId],
    );
    return found!.number;
  }

  /** The session of an enrolment when its cost is shared by a key, else null. */
  async keyedSession(tx: Tx, enrolmentId: string): Promise<string | null> {
    const [found] = await tx.query<{ id: string }[]>(
      'select k.session_id id from sharing_key k join enrolment e on e.session_id = k.session_id where e.id = $1',
      [enrolmentId],
    );
    return found?.id ?? null;
  }

  /** What the municipalities of units are called. */
  async namesOf(tx: Tx, units: readonly Pick<Unit, 'municipalityId'>[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>(
      'select id, name from municipality where id = any($1)',
      [units.map(({ municipalityId }) => municipalityId)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether each of these is a municipality of the region. */
  async areMembers(tx: Tx, units: readonly Unit[]): Promise<boolean> {
    const [found] = await tx.query<{ count: number }[]>(
      'select count(*)::int "count" from municipality where id = any($1) and is_member',
      [units.map(({ municipalityId }) => municipalityId)],
    );
    return found?.count === units.length;
  }

  /** By what a session's cost is shared. */
  chosen(actor: Actor, sessionId: string): Promise<ChosenKey> {
    return this.db.read(actor, (tx) => this.findChosen(tx, sessionId));
  }

  /** The same inside a transaction. */
  async findChosen(tx: Tx, sessionId: string): Promise<ChosenKey> {
    const [found] = await tx.query<{ key: SharingKey }[]>(
      'select key from sharing_key where session_id = $1',
      [sessionId],
    );
    const percentages = await tx.query<Unit[]>(
      'select municipality_id "municipalityId", hundredths units from sharing_percentage where session_id = $1',
      [sessionId],
    );
    return { key: found?.key ?? 'payer', percentages };
  }

  /** The municipalities of the region that can bear something, by name. */
  members(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.db.read(actor, (tx) =>
      tx.query<{ id: string; name: string }[]>(
        'select id, name from municipality where is_member order by name',
      ),
    );
  }

  /** What each municipality that the actor may see bears of a session. */
  ofSession(actor: Actor, sessionId: string): Promise<ShareRow[]> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<SqlShare[]>(OF_SESSION, [sessionId]);
      return rows.map(({ reserved, spent, ...row }) => ({
        ...row,
        reservedCents: BigInt(reserved),
        spentCents: BigInt(spent),
      }));
    });
  }

  /** Every time that a session's cost was shared, the last one first. */
  history(actor: Actor, sessionId: string): Promise<SharingRow[]> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<(Omit<SharingRow, 'amountCents'> & { amountCents: string })[]>(
        `select c.number, c.key, m.id "municipalityId", m.name "municipalityName", c.units,
           c.amount_cents "amountCents", c.is_demo "isDemo", c.shared_at "sharedAt", account_name(c.account_id) "sharedBy"
         from cost_share c join municipality m on m.id = c.municipality_id
         where c.session_id = $1 order by c.number desc, m.cbs_code`,
        [sessionId],
      );
      return rows.map((row) => ({ ...row, amountCents: BigInt(row.amountCents) }));
    });
  }
}

interface SqlShare extends Omit<ShareRow, 'reservedCents' | 'spentCents'> {
  readonly reserved: string;
  readonly spent: string;
}

const LAST_NUMBER = 'select max(number) from cost_share where session_id = $1';

const BORNE = `coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint reserved,
  coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint spent`;

const OF_SESSION = `
  select m.id "municipalityId", m.name "municipalityName", l.units, b.reserved, b.spent, b.demo "isDemo"
  from (select e.municipality_id, ${BORNE}, bool_or(reserves_example(e.grant_line_id, e.municipality_id)) demo
    from ledger_entry e where e.session_id = $1 group by 1) b
  join municipality m on m.id = b.municipality_id
  left join cost_share l on l.session_id = $1 and l.municipality_id = b.municipality_id and l.number = (${LAST_NUMBER})
  where b.reserved <> 0 or b.spent <> 0 or l.units > 0
  order by m.cbs_code`;

// Until a session is closed its marks are not final, so that who is enrolled counts as who will come. A seat that was
// given up too late is still charged for. Marks as in attends() of the attendance.
const COUNTED = `
  select b.id "municipalityId", sum(x.units)::int units
  from session s
  join lateral (
    select q.municipality_id, q.seats units
    from sharing_key k join seat_quota q on q.session_id = k.session_id and q.municipality_id is not null
    where k.session_id = s.id and k.key = 'reserved'
    union all
    select e.municipality_id, 1
    from sharing_key k join enrolment e on e.session_id = k.session_id
    where k.session_id = s.id and case
      when k.key = 'enrolled' or k.key = 'attended' and s.status <> 'closed' then e.status = 'confirmed' or e.still_charged
      when k.key = 'attended' then e.status = 'confirmed' and exists (
        select from attendance_mark a where a.enrolment_id = e.id and a.mark not in ('absent', 'excused'))
      else false end
    union all
    select p.municipality_id, p.hundredths from sharing_percentage p where p.session_id = s.id) x on true
  join municipality m on m.id = x.municipality_id
  join municipality b on b.id = case when m.is_member then m.id else s.payer_municipality_id end
  where s.id = $1
  group by b.id, b.cbs_code
  order by b.cbs_code`;
