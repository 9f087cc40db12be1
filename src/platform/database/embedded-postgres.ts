import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { hasCode, ignoring } from '../errors/ignoring.js';
import { serverAccount } from './embedded-account.js';
import { postgresBinaries } from './embedded-binaries.js';
import { clusterHome } from './embedded-home.js';
import { freePort, lastLines, run, type Installation } from './embedded-programs.js';

export interface EmbeddedPostgres {
  readonly port: number;
  /** Where the cluster really is: another place than asked when the server's account cannot reach that. */
  readonly folder: string;
  /** A connection URL; without user and password that of the owner role `postgres`. */
  url(database: string, user?: string, password?: string): string;
  /** Ends all connections and stops the server; resolves when it has stopped. */
  stop(): Promise<void>;
}

const OWNER = 'postgres';
const START_ATTEMPTS = 5;
const START_SECONDS = 120;
const PASSES_BY_ITSELF = /Address already in use|shared memory block/;

/**
 * Starts (or finds running) the PostgreSQL server of this data folder, which belongs to the server alone.
 * It listens on 127.0.0.1 only, on a free port, and goes on running when this process ends.
 * `durable: false` is for tests: what was committed survives a killed server, but not a power cut.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  options: { durable: boolean } = { durable: true },
): Promise<EmbeddedPostgres> {
  const installation = await prepare(dataFolder);
  const password = await ownerPassword(installation);
  await createCluster(installation, options.durable);
  const port = (await runningPort(installation, password)) ?? (await start(installation, options.durable));
  return {
    port,
    folder: installation.home,
    url: (database, user = OWNER, secret = password) => connectionUrl(port, database, user, secret),
    stop: () => stop(installation),
  };
}

/** Stops the server of this data folder and removes all its data, also what had to be kept elsewhere. */
export async function removeEmbeddedPostgres(dataFolder: string): Promise<void> {
  const installation = await prepare(dataFolder);
  await stop(installation);
  await rm(installation.home, { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true });
}

async function prepare(dataFolder: string): Promise<Installation> {
  const account = serverAccount();
  const home = await clusterHome(path.resolve(dataFolder), account);
  return { account, home, cluster: path.join(home, 'cluster'), ...(await postgresBinaries(account)) };
}

function connectionUrl(port: number, database: string, user: string, password: string): string {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgresql://${credentials}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Made before the cluster and kept beside it, so that no cluster exists whose password is unknown. */
async function ownerPassword({ account, home }: Installation): Promise<string> {
  const file = path.join(home, 'owner-password');
  const known = await readFile(file, 'utf8').catch(ignoring('ENOENT'));
  if (known) return known.trim();
  if (await stat(path.join(home, 'cluster')).catch(ignoring('ENOENT'))) {
    throw new Error(
      `The file owner-password is missing from ${home}. Put it back, or remove that folder to begin anew.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  if (account) await chown(`${file}.new`, account.uid, account.gid);
  await rename(`${file}.new`, file);
  return password;
}

/** initdb works in a folder of its own that gets its name only when complete: half a cluster is never used. */
async function createCluster(installation: Installation, durable: boolean): Promise<void> {
  const { home, cluster, initdb } = installation;
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  if (await stat(cluster).catch(ignoring('ENOENT'))) return;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and the details of an error hold personal data; the log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  await run(installation, initdb, [
    `--pgdata=${unfinished}`,
    `--username=${OWNER}`,
    `--pwfile=${path.join(home, 'owner-password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
    ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
  ]);
  await rename(unfinished, cluster);
}

/** The port of a server that already runs on this cluster, once it answers; undefined when there is none. */
async function runningPort(installation: Installation, password: string): Promise<number | undefined> {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const lock = await readLock(installation);
    if (!lock) return undefined;
    if (!(await isPostgres(lock.pid))) {
      // After a reboot the number may belong to any program, and PostgreSQL would refuse to start.
      await rm(path.join(installation.cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const refusal = await connectionRefusal(connectionUrl(lock.port, 'postgres', OWNER, password));
    if (!refusal) return lock.port;
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL server (process ${lock.pid}) holds ${installation.cluster} but does not answer: ${refusal}. ` +
          `End that process and start again.${await lastLines(installation)}`,
      );
    }
    await delay(100);
  }
}

async function readLock({ cluster }: Installation): Promise<{ pid: number; port: number } | undefined> {
  const lock = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(ignoring('ENOENT'));
  const lines = lock?.split('\n') ?? [];
  return lines[0] ? { pid: Number(lines[0]), port: Number(lines[3]) } : undefined;
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
  }
  // Only Linux tells name and state this way; elsewhere a process with this number is taken to be the server.
  // A zombie (Z) has ended: a container without an init process never clears it away.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '(postgres) S');
  return /\(postgres\) [^ZX]/.test(status);
}

async function connectionRefusal(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Tries again on a port taken in between, and while the last children of a killed server are still ending. */
async function start(installation: Installation, durable: boolean): Promise<number> {
  const { cluster, home, pgCtl } = installation;
  const log = path.join(home, 'postgres.log');
  await rename(log, `${log}.1`).catch(ignoring('ENOENT'));
  const quick = durable ? '' : ' -c fsync=off -c full_page_writes=off';
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const wait = ['--wait', `--timeout=${START_SECONDS}`];
    try {
      await run(installation, pgCtl, [
        'start',
        ...wait,
        `--pgdata=${cluster}`,
        `--log=${log}`,
        `-o-p ${port}${quick}`,
      ]);
      return port;
    } catch (error) {
      if (attempt === START_ATTEMPTS || !PASSES_BY_ITSELF.test(String(error))) throw error;
      await delay(attempt * 200);
    }
  }
}

async function stop(installation: Installation): Promise<void> {
  const lock = await readLock(installation);
  if (!lock || !(await isPostgres(lock.pid))) return;
  const { pgCtl, cluster } = installation;
  await run(installation, pgCtl, ['stop', '--wait', '--timeout=60', '--mode=fast', `--pgdata=${cluster}`]);
}
