import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { copyOut } from './support/copy-out.js';
import { median, printFigures } from './support/figures.js';
import { createLedger } from './support/ledger-world.js';
import { type BenchDatabase, startDatabase } from './support/postgres.js';

const BOOKINGS = 1_000_000;
/** Of what is written at one speed from the first row to the last, a part tells that speed. */
const PLAIN = 100_000;
const ROUNDS = 3;

/** How the export of a whole ledger went, in a process of its own; memory in MB. */
interface Exported {
  readonly rows: number;
  readonly perSecond: number;
  readonly before: number;
  readonly peak: number;
  readonly sql: string;
}

/** A ledger of a million bookings to CSV and XLSX, against COPY of the same query and the streaming writer of exceljs. */
export default async function bench(): Promise<boolean> {
  const database = await startDatabase();
  try {
    const { id } = await createLedger(database, BOOKINGS);
    const rounds: Record<'csv' | 'xlsx' | 'exceljs', Exported[]> = { csv: [], xlsx: [], exceljs: [] };
    const copied: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const csv = await exported(database, id, 'csv', BOOKINGS);
      rounds.csv.push(csv);
      copied.push(await copyOut(database.ownerUrl, csv.sql));
      rounds.xlsx.push(await exported(database, id, 'xlsx', BOOKINGS));
      rounds.exceljs.push(await exported(database, id, 'exceljs', PLAIN));
    }
    const speed = (of: readonly Exported[]) => median(of.map(({ perSecond }) => perSecond));
    const unit = 'rows per second';
    printFigures([
      {
        ...{
          what: `${BOOKINGS} bookings to CSV`,
          measured: speed(rounds.csv),
          unit,
          target: { atLeast: 0.4 },
        },
        floor: { what: 'COPY of the same query, without row-level security', measured: median(copied) },
      },
      {
        ...{
          what: `${BOOKINGS} bookings to XLSX`,
          measured: speed(rounds.xlsx),
          unit,
          target: { atLeast: 4 },
        },
        floor: {
          what: 'the streaming writer of exceljs with the same reading',
          measured: speed(rounds.exceljs),
        },
      },
    ]);
    tellMemory('CSV', rounds.csv, 120);
    tellMemory('XLSX', rounds.xlsx, 150);
    return isWhole([...rounds.csv, ...rounds.xlsx]);
  } finally {
    await database.drop();
  }
}

async function exported(
  { url }: BenchDatabase,
  region: string,
  format: string,
  atMost: number,
): Promise<Exported> {
  const program = join(import.meta.dirname, 'support/exporter.ts');
  const loader = join(import.meta.dirname, 'support/typescript.mjs');
  const child = spawn(process.execPath, ['--import', loader, program, region, format, String(atMost)], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const told = await text(child.stdout);
  const [code] = (await exit) as [number | null];
  if (code !== 0) throw new Error(`${format}: ended with ${code}`);
  return JSON.parse(told) as Exported;
}

function tellMemory(format: string, of: readonly Exported[], target: number): void {
  const highest = Math.max(...of.map(({ peak }) => peak));
  const added = Math.max(...of.map(({ peak, before }) => peak - before));
  const verdict = added < target ? 'met' : 'NOT met';
  console.log(
    `\nMemory of the process while it exports ${format}, at its highest: ${highest} MB, ${added} MB of it for the export; target: less than ${target}, ${verdict}`,
  );
}

function isWhole(exports: readonly Exported[]): boolean {
  const right = exports.every(({ rows }) => rows === BOOKINGS);
  console.log(right ? '\nEvery file has every booking.' : '\nWRONG: bookings are missing or came twice');
  return right;
}
