import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, filesFolderOf, type TestDatabase } from '../support/database.js';
import { exampleFolder } from '../support/imports.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'leerlijn-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    LOCAL_MODE: 'true',
    REDIS_URL: undefined,
    FILES_FOLDER: filesFolderOf(database.url),
  };
  return new Promise((resolve) => {
    execFile('node', [join(process.env.TEST_BUILD!, 'import.js'), ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('the command imports a folder and tells what it did, and a second time that nothing changed', async () => {
  const first = await run(exampleFolder);
  expect(first.err).toBe('');
  expect(first.out).toContain('professionals.csv (professionals): 60 nieuw, 0 gewijzigd, 0 ongewijzigd');
  expect(first.out).toContain('Alles is opgeslagen.');
  const second = await run(exampleFolder);
  expect(second.out).toContain('professionals.csv (professionals): 0 nieuw, 0 gewijzigd, 60 ongewijzigd');
});

test('a file with faults ends with every fault and exit code 1', async () => {
  const path = await file('fout.csv', 'gemeente,jaar,aantal_getraind,bron\nAtlantis,2015,-1,een bron\n');
  const { code, out } = await run(path, '--region', 'Flevoland');
  expect(code).toBe(1);
  expect(out).toBe(
    'fout.csv, regel 2, kolom aantal_getraind, ‘-1’: Vul een heel getal in, bijvoorbeeld 12.\n1 fout. Er is niets opgeslagen.\n',
  );
});

test.each([
  ['no file', [], 'Gebruik: npm run import'],
  ['an option that does not exist', ['x.csv', '--force'], 'Gebruik: npm run import'],
  ['a file that is not there', ['/nergens/x.csv'], 'niet te lezen'],
  ['a region that is not there', [exampleFolder, '--region', 'Atlantis'], 'De regio Atlantis staat niet'],
])('%s ends with what to do and exit code 1', async (_what, args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err).toContain(message);
});
