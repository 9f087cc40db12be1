import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { copyOut, type CopiedRow } from '../platform/database/copy-out.js';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { FigureKind } from './figure.rules.js';
import { endOf, type LedgerKind, type LedgerSource } from './ledger.rules.js';
import type { SliceOf } from './slice.rules.js';

/** Which bookings: those on the lines of one grant year, and of these where they are given. */
export interface LedgerFilter {
  readonly year: number;
  readonly line?: string | undefined;
  readonly municipality?: string | undefined;
  readonly kind?: LedgerKind | undefined;
  readonly grant?: string | undefined;
  /** What adds up to this figure of the statement of this year, on the lines of any year; both or neither. */
  readonly statement?: number | undefined;
  readonly figure?: FigureKind | undefined;
  /** What was recorded up to then: on this local date at the latest, or before this instant. */
  readonly until?: string | undefined;
  /** What counts in this accounting year, on the lines of any year. */
  readonly countsIn?: number | undefined;
}

/** One booking with what it is about. Amounts are cents as text, dates local. */
export interface LedgerRow {
  readonly id: string;
  readonly booked_on: string;
  /** In which year it counts, and over which closed year it is a correction then. */
  readonly year: number;
  readonly corrects_year: number | null;
  readonly grant_year: number;
  readonly recorded_at: Date;
  readonly kind: LedgerKind;
  readonly amount_cents: string;
  readonly is_demo: boolean;
  readonly source_type: LedgerSource;
  readonly source_id: string;
  readonly description: string;
  readonly session_id: string | null;
  readonly grant_line_id: string;
  readonly line_code: string;
  readonly line_title: string;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly decision_number: string;
  /** The course of the session, or what was ordered. */
  readonly subject: string | null;
  /** The first day of the training. */
  readonly session_date: string | null;
  /** When what was paid for was delivered; null for what was only reserved. */
  readonly cost_date: string | null;
  readonly supplier: string | null;
  readonly invoice_number: string | null;
  /** The number of the invoice that a credit note takes back. */
  readonly credited_number: string | null;
  readonly vat_treatment: VatTreatment | null;
}

/** What an export holds of a booking. */
export type ExportedBooking = Omit<
  LedgerRow,
  | 'grant_year'
  | 'recorded_at'
  | 'source_id'
  | 'description'
  | 'session_id'
  | 'grant_line_id'
  | 'municipality_id'
>;

/** One page of bookings, with what all pages together count and add up to. */
export interface LedgerPage {
  readonly items: readonly LedgerRow[];
  readonly total: number;
  readonly committedCents: bigint;
  readonly committedIsDemo: boolean;
  readonly realisedCents: bigint;
}

interface SumsRow {
  readonly total: number;
  readonly committed: string;
  readonly realised: string;
  readonly demo: boolean;
}

/** Something to choose in a filter. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

const ROWS_PER_READ = 800;

@Injectable()
export class LedgerQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of bookings, the newest first, how many there are on all pages, and what they add up to. */
  page(actor: Actor, filter: LedgerFilter, sliceOf: SliceOf): Promise<LedgerPage> {
    return this.db.read(actor, async (tx) => {
      const values = filterValues(filter);
      const [sums] = await tx.query<SumsRow[]>(
        `select count(*)::int total, coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint committed,
           coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint realised,
           coalesce(bool_or(e.is_demo and k.settled_at is null), false) demo
         from ledger_entry e left join commitment k on k.id = e.commitment_id ${BOOKINGS_WHERE}`,
        values,
      );
      const total = sums?.total ?? 0;
      const { limit, offset } = sliceOf(total);
      const items = await tx.query<LedgerRow[]>(
        `select ${COLUMNS} from ledger_entry e ${BOOKINGS_WHERE} order by e.id desc limit $10 offset $11`,
        [...values, limit, offset],
      );
      return {
        items,
        total,
        committedCents: BigInt(sums?.committed ?? 0),
        committedIsDemo: sums?.demo ?? false,
        realisedCents: BigInt(sums?.realised ?? 0),
      };
    });
  }

  /**
   * All these bookings up to this one in the order in which they were recorded, in batches. Each is a short read of its own, however long
   * the whole takes; the next one is read while a batch is used.
   */
  async *inTurn(
    actor: Actor,
    filter: LedgerFilter,
    upTo: string,
  ): AsyncGenerator<readonly ExportedBooking[]> {
    const read = (after: string) => {
      const reading = this.db.read(actor, (tx) => nextRows(tx, filter, { after, upTo }));
      // Whoever has gone away does not wait for it any more.
      reading.catch(() => undefined);
      return reading;
    };
    for (let reading: ReturnType<typeof read> | null = read('0'); reading;) {
      const rows: ExportedBooking[] = await reading;
      reading = rows.length < ROWS_PER_READ ? null : read(rows.at(-1)!.id);
      yield rows;
    }
  }

  /** The last booking of the actor's region there is; none below it can come any more, also not of who is booking now. */
  async mark(actor: Actor): Promise<string> {
    const [marked] = await this.db.read(actor, (tx) =>
      tx.query<{ id: string }[]>('select ledger_mark($1) id', [actor.regionId]),
    );
    return marked!.id;
  }

  /** The lines and the municipalities with a budget, of one grant year where it is given, to choose from. */
  choices(actor: Actor, year: number | null): Promise<{ lines: Choice[]; municipalities: Choice[] }> {
    return this.db.read(actor, async (tx) => ({
      lines: await tx.query<Choice[]>(
        `select l.id, l.title || ' (' || g.decision_number || case when g.first_year = g.last_year then '' else ', ' || l.year end || ')' "name" from grant_line l join grant_award g on g.id = l.grant_id
         where ($1::int is null or l.year = $1) order by l.year desc, g.decision_number, l.code`,
        [year],
      ),
      municipalities: await tx.query<Choice[]>(
        `select m.id, m.name from municipality m where exists (
           select from grant_line_budget b join grant_line l on l.id = b.grant_line_id
           where b.municipality_id = m.id and ($1::int is null or l.year = $1)) order by m.name`,
        [year],
      ),
    }));
  }
}

async function nextRows(
  tx: Tx,
  filter: LedgerFilter,
  { after, upTo }: { readonly after: string; readonly upTo: string },
): Promise<ExportedBooking[]> {
  const rows = await copyOut(
    tx,
    `select ${EXPORTED} from ledger_entry e ${BOOKINGS_WHERE} and e.id > $10 and e.id <= $11 order by e.id limit $12`,
    [...filterValues(filter), after, upTo, ROWS_PER_READ],
  );
  return rows.map(bookingOf);
}

/** The parameters $1 to $9 of `BOOKINGS_WHERE`. */
export function filterValues(filter: LedgerFilter): (string | number | null)[] {
  const { year, line, municipality, kind, grant, statement, figure, until, countsIn } = filter;
  const before = until && endOf(until).toISOString();
  const given = [line, municipality, kind, grant, statement, figure, before, countsIn];
  return [year, ...given.map((value) => value ?? null)];
}

/** What an export holds of a booking, in the order in which `bookingOf` takes it. */
const EXPORTED = `e.id, e.booked_on::text, e.year, e.corrects_year, e.kind, e.amount_cents, e.source_type, e.line_code, e.line_title,
  e.municipality_name, e.decision_number, e.subject, e.session_date::text, e.cost_date::text, e.supplier, e.invoice_number,
  e.credited_number, e.vat_treatment, e.is_demo`;

function bookingOf(row: CopiedRow): ExportedBooking {
  return {
    id: row[0]!,
    booked_on: row[1]!,
    year: Number(row[2]),
    corrects_year: row[3] === null ? null : Number(row[3]),
    kind: row[4] as LedgerKind,
    amount_cents: row[5]!,
    source_type: row[6] as LedgerSource,
    line_code: row[7]!,
    line_title: row[8]!,
    municipality_name: row[9]!,
    decision_number: row[10]!,
    subject: row[11] ?? null,
    session_date: row[12] ?? null,
    cost_date: row[13] ?? null,
    supplier: row[14] ?? null,
    invoice_number: row[15] ?? null,
    credited_number: row[16] ?? null,
    vat_treatment: row[17] as VatTreatment | null,
    is_demo: row[18] === 't',
  };
}

const COLUMNS = `${EXPORTED}, (select l.year from grant_line l where l.id = e.grant_line_id) grant_year,
  e.recorded_at, e.source_id, e.description, e.session_id, e.grant_line_id, e.municipality_id`;

/**
 * Which bookings `e` a filter shows, with `filterValues`. The lines are looked up once; bookings are then told apart by
 * them in the order in which they stand.
 */
export const BOOKINGS_WHERE = `where e.grant_line_id = any(array(select l.id from grant_line l
    where (l.year = $1::int or $9::int is not null or $7::text is not null and l.paid_by = 'grant') and ($2::uuid is null or l.id = $2::uuid) and ($5::uuid is null or l.grant_id = $5::uuid)))
  and ($3::uuid is null or e.municipality_id = $3::uuid) and ($4::text is null or e.kind = $4::text)
  and ($6::int is null or $7::text is null or e.kind = 'realisation' and case $7::text
    when 'cumulative' then e.year <= $6
    when 'spent' then e.year = $6 and e.corrects_year is null
    when 'correction' then e.year = $6 and e.corrects_year = $6 - 1
    else e.year = $6 and e.corrects_year < $6 - 1 end)
  and ($8::timestamptz is null or e.recorded_at < $8::timestamptz) and ($9::int is null or e.year = $9::int)`;
