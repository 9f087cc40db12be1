import type { TestDatabase } from './database.js';

const id = (table: string) => `md5('${table}' || n)::uuid`;
const text = (column: string) => `t.${column} || '-' || n`;
const number = '1000000 + n';

/** What must differ between the copies of a row; the other columns stay as they are. */
const copies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisation: { id: id('organisation'), name: text('name') },
  professional: { id: id('professional'), email: text('email') },
  account: { id: id('account'), email: text('email') },
  api_key: { id: id('api_key'), token_hash: text('token_hash') },
  provider: { id: id('provider'), name: text('name') },
  course: { id: id('course'), code: text('code') },
  trainer: { id: id('trainer'), email: text('email') },
  trainer_absence: { id: id('trainer_absence') },
  session: { id: id('session') },
  venue: { id: id('venue'), name: text('name') },
  room: { id: id('room'), venue_id: id('venue'), name: text('name') },
  session_part: { id: id('session_part'), session_id: id('session'), room_id: id('room') },
  enrolment: { id: id('enrolment'), professional_id: id('professional') },
  interest: { id: id('interest'), professional_id: id('professional') },
  needs_poll: { id: id('needs_poll') },
  group_enrolment_member: { place: 'n + 1', professional_id: id('professional') },
  certificate: {
    ...{ id: id('certificate'), number: text('number') },
    ...{ enrolment_id: id('enrolment'), professional_id: id('professional') },
    // The row may be of one from elsewhere, which has no seat and no file.
    ...{ source: 'null', earlier_number: 'null', document: `'{}'::jsonb`, sha256: `repeat('0', 64)` },
  },
  recognition: { id: id('recognition') },
  session_guest: { id: id('session_guest') },
  reminder: { id: id('reminder'), enrolment_id: id('enrolment') },
  reminder_rule: {
    id: id('reminder_rule'),
    days_before: 'n % 365',
    local_time: `time '10:00' + n * interval '1 minute'`,
  },
  message: { id: id('message'), key: text('key'), return_token: id('message return') },
  job: { id: text('id') },
  audit_entry: { id: number },
  import_file: { id: id('import_file') },
  grant_award: { id: id('grant_award'), decision_number: text('decision_number') },
  commitment: { id: id('commitment'), session_id: id('session') },
  realisation: { id: id('realisation'), invoice_number: text('invoice_number') },
  ledger_entry: { id: number },
};

/** Copies a row of every table of which there are lists so many times: the one with the id given, or any. */
export async function copyRows(
  { owner }: TestDatabase,
  count: number,
  which: Readonly<Record<string, string>>,
): Promise<void> {
  const client = await owner.connect();
  try {
    // Copies of rows that only grow by what the product does, such as the ledger, need not follow from anything.
    await client.query('set session_replication_role = replica');
    for (const [table, columns] of Object.entries(copies)) {
      const changes = Object.entries(columns).map(([column, value]) => `'${column}', ${value}`);
      const { rowCount } = await client.query(
        `insert into ${table} overriding system value
         select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes.join(', ')}))).*
         from (select * from ${table} t where $1::text is null or to_jsonb(t) ->> 'id' = $1 limit 1) t, generate_series(1, ${count}) n`,
        [which[table] ?? null],
      );
      if (rowCount !== count) throw new Error(`There was no ${table} to copy`);
    }
    await client.query('analyze');
  } finally {
    client.release(true);
  }
}
