import { ClosingService } from '../../src/accountability/closing.service.js';
import { ConfirmationService } from '../../src/grants/confirmation.service.js';
import { CostService } from '../../src/grants/cost.service.js';
import { CreditNoteService } from '../../src/grants/credit-note.service.js';
import { DecisionService } from '../../src/grants/decision.service.js';
import { ExtraCostService } from '../../src/grants/extra-cost.service.js';
import { InvoiceService } from '../../src/grants/invoice.service.js';
import { ReleaseService } from '../../src/grants/release.service.js';
import { OrderService } from '../../src/grants/order.service.js';
import { ShareService } from '../../src/grants/share.service.js';
import { SharingKeyService } from '../../src/grants/sharing-key.service.js';
import { SessionService } from '../../src/sessions/session.service.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { refusalOf } from '../support/accounting.js';
import { startApp, type TestApp } from '../support/app.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';

const TOWNS = ['Almere', 'Dronten', 'Lelystad', 'Urk'] as const;
const SESSIONS = 24;
const TURNS = 400;
/** How much is done at the same moment. */
const AT_ONCE = 5;

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: Actor;
let finance: Actor;
let sessions: string[];
let people: { id: string; town: MunicipalityName }[];
let numbers = 0;

beforeAll(async () => {
  app = await startApp({ at: '2027-01-10T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_800_003, Dronten: 700_001, Lelystad: 500_000, Urk: 250_007 },
    network: { Almere: 400_000, Urk: 5_000 },
  });
  const person = async (role: 'coordinator' | 'finance'): Promise<Actor> => ({
    ...systemActor,
    ...{ role, regionId: region.id, accountId: (await createAccount(app.database, region, role)).id },
  });
  [coordinator, finance] = [await person('coordinator'), await person('finance')];
  sessions = [];
  for (let made = 0; made < SESSIONS; made++)
    sessions.push(
      await createSession(app.database, region, {
        ...{
          date: '2026-11-12',
          capacity: 40,
          payer: TOWNS[made % 3]!,
          quotas: { Almere: 3, Urk: 1 + (made % 4) },
        },
      }),
    );
  await app.database.owner.query('insert into cancellation_step values ($1, $2, 28, 50)', [
    ...[region.providerId, region.id],
  ]);
  people = [];
  for (let made = 0; made < 16; made++) {
    const town = TOWNS[made % TOWNS.length]!;
    people.push({ id: (await createProfessional(app.database, region, town)).id, town });
  }
}, 120_000);
afterAll(() => app.stop());

/** The same numbers in every run: mulberry32. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
type Roll = ReturnType<typeof chance>;
const service = <T>(type: new (...args: never[]) => T): T => app.app.get(type, { strict: false });
const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await app.database.owner.query(text, values)).rows as Row[];
const pick = async (text: string, roll: Roll): Promise<string | null> => {
  const rows = await sql<{ id: string }>(text);
  return rows.length === 0 ? null : rows[roll(rows.length)]!.id;
};
const written = (amount: number) => ({
  ...{ invoiceNumber: `F-${++numbers}`, invoiceDate: '2027-01-09', amountCents: BigInt(amount) },
});
const ofSupplier = { supplier: 'ROR', vatTreatment: 'exempt' } as const;

/** One thing that someone does, which may be refused. */
async function deed(roll: Roll): Promise<unknown> {
  const session = sessions[roll(SESSIONS)]!;
  switch (roll(14)) {
    case 0:
    case 1:
      return service(ConfirmationService).confirm(coordinator, session, extraCosts(roll));
    case 2:
      return choose(session, roll);
    case 3:
    case 4:
      return comeOrGo(session, roll);
    case 5: {
      const seats = 1 + roll(6);
      await sql('update seat_quota set seats = $2 where session_id = $1 and municipality_id = $3', [
        ...[session, seats, region.municipalities.Urk],
      ]);
      return service(ShareService).followSession(session);
    }
    case 6:
    case 7:
    case 8: {
      const commitment = await pick('select id from commitment order by id', roll);
      const invoice = { ...ofSupplier, ...written(1 + roll(140_000)), isFinal: roll(3) === 0 };
      return commitment && service(InvoiceService).record(finance, commitment, invoice);
    }
    case 9: {
      const invoice = await pick('select id from realisation where invoice_id is null order by id', roll);
      const note = { ...written(1 + roll(60_000)), reason: 'amount-wrong' } as const;
      return invoice && service(CreditNoteService).record(finance, invoice, note);
    }
    case 10: {
      const municipalityId = region.municipalities[roll(2) === 0 ? 'Almere' : 'Urk'];
      const cost = { ...ofSupplier, ...written(1 + roll(30_000)), costDate: '2026-06-01' };
      return service(CostService).record(finance, { grantLineId: grant.lines.network, municipalityId }, cost);
    }
    case 11: {
      const order = await pick('select id from commitment where session_id is null order by id', roll);
      return order && roll(2) === 0 ? service(OrderService).cancel(finance, order) : placeOrder(roll);
    }
    case 12: {
      const commitment = await pick('select id from commitment order by id', roll);
      const less = roll(2) === 0;
      const change = {
        ...extraCost(BigInt(less ? -1 - roll(30_000) : 1 + roll(30_000))),
        reason: 'Het werd anders.',
      };
      return commitment && service(ExtraCostService).change(finance, commitment, change);
    }
    default:
      return roll(3) === 0 ? callOff(session) : shift(roll);
  }
}

const extraCost = (amountCents: bigint) =>
  ({ kind: 'venue', description: 'Zaal', vatTreatment: 'standard-21', amountCents }) as const;

/** None, one or two. */
function extraCosts(roll: Roll) {
  return Array.from({ length: roll(3) }, () => extraCost(BigInt(1 + roll(40_000))));
}

function placeOrder(roll: Roll) {
  const municipalityId = region.municipalities[roll(2) === 0 ? 'Almere' : 'Urk'];
  return service(OrderService).place(
    finance,
    { grantLineId: grant.lines.network, municipalityId },
    {
      ...{ supplier: 'Voorbeeldregie', description: 'Netwerkregisseur', costDate: '2026-12-31' },
      amountCents: BigInt(1 + roll(90_000)),
    },
  );
}

function choose(session: string, roll: Roll) {
  const keys = ['payer', 'reserved', 'enrolled', 'attended', 'fixed'] as const;
  const key = keys[roll(keys.length)]!;
  const first = 1 + roll(9_998);
  const fixed = [
    { municipalityId: region.municipalities.Almere, units: first },
    { municipalityId: region.municipalities.Lelystad, units: 10_000 - first },
  ];
  return service(SharingKeyService).choose(coordinator, session, {
    key,
    percentages: key === 'fixed' ? fixed : [],
  });
}

/** Someone enrols, or who was enrolled cancels; what follows is what the jobs do. */
async function comeOrGo(session: string, roll: Roll) {
  const { id, town } = people[roll(people.length)]!;
  const gone = await sql(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where session_id = $1 and professional_id = $2 and status = 'confirmed' returning id",
    [session, id],
  );
  if (gone.length === 0)
    await sql(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
       values ($1, $2, $3, $4, $5, 'confirmed', now(), now()) on conflict do nothing`,
      [newId(), region.id, session, id, region.municipalities[town]],
    );
  return service(ShareService).followSession(session);
}

async function callOff(session: string) {
  await service(SessionService).cancel(coordinator, session);
  await service(ReleaseService).release(session);
}

function shift(roll: Roll) {
  const place = () => ({
    grantLineId: roll(4) === 0 ? grant.lines.network : grant.lines.basic,
    municipalityId: region.municipalities[TOWNS[roll(TOWNS.length)]!],
  });
  return service(DecisionService).shift(
    finance,
    grant.id,
    { from: place(), to: place(), amountCents: BigInt(1 + roll(100_000)), courseId: null, trainings: 0 },
    { reference: `Overleg ${++numbers}`, decidedOn: '2027-01-09', reason: 'Zo besloten.' },
  );
}

/** Everything that must hold at every moment, each as a query that finds what is wrong. */
const WRONG = {
  'the standing of a budget is not what the ledger says': `
    select from budget_standing b where (committed_cents, realised_cents) <> (
      select coalesce(sum(amount_cents) filter (where kind = 'commitment'), 0), coalesce(sum(amount_cents) filter (where kind = 'realisation'), 0)
      from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id)`,
  'a line bears more than its municipalities were granted': `
    select from grant_line l where (select coalesce(sum(amount_cents), 0) from ledger_entry where grant_line_id = l.id)
      > (select coalesce(sum(amount_cents), 0) from grant_line_budget where grant_line_id = l.id)`,
  'a budget is overspent on which no share fell': `
    select from grant_line_budget b where b.amount_cents < (select coalesce(sum(amount_cents), 0) from ledger_entry e
        where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id)
      and not exists (select from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id
        and e.source_type = 'share')`,
  'a budget is not what its list and its decisions say': `
    select from grant_line_budget b where b.source = 'test' and b.amount_cents <> coalesce((select sum(c.amount_cents) from budget_change c
        where c.grant_line_id = b.grant_line_id and c.municipality_id = b.municipality_id), 0)
      + (select (o.amounts ->> (b.grant_line_id || ' ' || b.municipality_id))::bigint from first_budget o)`,
  'what was spent is not what was invoiced': `
    select from grant_line l where (select coalesce(sum(amount_cents), 0) from ledger_entry where grant_line_id = l.id and kind = 'realisation')
      <> (select coalesce(sum(amount_cents), 0) from realisation where grant_line_id = l.id)`,
  'what a commitment has spent is not what was invoiced on it': `
    select from commitment k where (select coalesce(sum(amount_cents), 0) from ledger_entry where commitment_id = k.id and kind = 'realisation')
      <> (select coalesce(sum(amount_cents), 0) from realisation where commitment_id = k.id)`,
  'a settled commitment is open': `
    select from commitment k where settled_at is not null
      and (select sum(amount_cents) from ledger_entry where commitment_id = k.id and kind = 'commitment') <> 0`,
  'a commitment is not its parts': `
    select from commitment k where session_id is not null
      and amount_cents is distinct from (select sum(amount_cents) from commitment_part where commitment_id = k.id)`,
  'extra costs are less than nothing': `
    select from commitment_part where kind <> 'price' group by commitment_id having sum(amount_cents) < 0`,
  'an open commitment is not its price and extra costs less what was invoiced': `
    select from commitment k where settled_at is null
      and not exists (select from session s where s.id = k.session_id and s.status = 'cancelled')
      and not exists (select from commitment_part p where p.commitment_id = k.id and p.reason is not null)
      and (select sum(amount_cents) from ledger_entry where commitment_id = k.id and kind = 'commitment')
        <> greatest(0, k.amount_cents - (select coalesce(sum(amount_cents), 0) from realisation where commitment_id = k.id and invoice_id is null))`,
  // What was added after more had been invoiced than was committed is reserved for what is still to come.
  'what is open after extra costs changed is less than was committed and not invoiced, or more than that and what was added': `
    select from (select k.amount_cents - (select coalesce(sum(amount_cents), 0) from realisation where commitment_id = k.id and invoice_id is null) due,
        (select sum(amount_cents) from ledger_entry where commitment_id = k.id and kind = 'commitment') still,
        (select sum(amount_cents) from commitment_part where commitment_id = k.id and reason is not null and amount_cents > 0) added
      from commitment k where settled_at is null
        and not exists (select from session s where s.id = k.session_id and s.status = 'cancelled')) x
    where added is not null and (still < greatest(0, due) or still > greatest(0, due) + added)`,
  'of a session that was called off more is open than is owed': `
    select from commitment k join session s on s.id = k.session_id and s.status = 'cancelled' where settled_at is null
      and (select sum(amount_cents) from ledger_entry where commitment_id = k.id and kind = 'commitment')
        > greatest(0, ((select amount_cents from commitment_part where commitment_id = k.id and kind = 'price') + 1) / 2 - (select coalesce(sum(amount_cents), 0) from realisation where commitment_id = k.id))`,
  'a municipality has less than nothing of a commitment': `
    select from ledger_entry where commitment_id is not null group by commitment_id, municipality_id, kind having sum(amount_cents) < 0`,
  'a share is a cent or more away from its part': `
    with last as (select session_id, max(number) number from cost_share group by 1),
      weighed as (select c.*, sum(c.units) over (partition by c.session_id) units_in_all from last join cost_share c using (session_id, number)),
      borne as (select w.*, (select coalesce(sum(amount_cents), 0) from ledger_entry where session_id = w.session_id) total,
        (select coalesce(sum(amount_cents), 0) from ledger_entry where session_id = w.session_id and municipality_id = w.municipality_id) part
        from weighed w where units_in_all > 0)
    select from borne where abs(part * units_in_all - total * units) >= units_in_all`,
  'someone bears a part of a session who has no share in it': `
    select from ledger_entry e join commitment k on k.id = e.commitment_id
    where e.municipality_id <> k.municipality_id and not exists (select from cost_share c
      where c.session_id = e.session_id and c.municipality_id = e.municipality_id)`,
  'lines, municipalities and the ledger add up differently': `
    select from (select (select coalesce(sum(committed_cents + realised_cents), 0) from budget_standing) by_budget,
      (select coalesce(sum(amount_cents), 0) from ledger_entry) by_ledger) s where by_budget <> by_ledger`,
} as const;

async function wrongs(): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(WRONG)) if ((await sql(query)).length > 0) found.push(what);
  return found;
}

const closedEntries = () =>
  sql<{ hash: string }>(
    "select md5(string_agg(e::text, '|' order by id)) hash from ledger_entry e where year <= 2026",
  );

async function carryOn(seed: number, turns: number): Promise<Map<string, number>> {
  const roll = chance(seed);
  const outcomes = new Map<string, number>();
  for (let turn = 0; turn < turns; turn++) {
    const rolls = Array.from({ length: AT_ONCE }, () => chance(roll(2 ** 31)));
    const answers = await Promise.all(rolls.map((each) => refusalOf(deed(each))));
    for (const answer of answers) outcomes.set(answer ?? 'done', (outcomes.get(answer ?? 'done') ?? 0) + 1);
    const wrong = await wrongs();
    if (wrong.length > 0) throw new Error(`After turn ${turn}: ${wrong.join('; ')}`);
  }
  return outcomes;
}

test('whatever people do, at once, everything adds up at every moment; and nothing in a closed year changes', async () => {
  await sql(`create table first_budget as select json_object_agg(grant_line_id || ' ' || municipality_id, amount_cents) amounts
    from grant_line_budget`);
  const first = await carryOn(20_261, TURNS);
  await service(ClosingService).chooseFinal(finance, { year: 2026, grantId: grant.id }, false);
  await service(ClosingService).close(finance, 2026);
  const closed = await closedEntries();
  const then = await carryOn(7, TURNS / 4);
  expect(await closedEntries()).toEqual(closed);
  expect(first.get('done')).toBeGreaterThan(TURNS);
  expect(first.get('share-over-budget')).toBeGreaterThan(0);
  expect(first.get('extra-costs-too-low')).toBeGreaterThan(0);
  expect(then.get('done')).toBeGreaterThan(0);
  const [corrections] = await sql<{ count: number }>(
    'select count(*)::int "count" from ledger_entry where corrects_year = 2026',
  );
  expect(corrections!.count).toBeGreaterThan(0);
}, 300_000);
