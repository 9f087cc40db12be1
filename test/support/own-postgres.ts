import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { openFileStore } from '../../src/platform/storage/file-store.js';
import { filesFolderOf, type TestDatabase } from './database.js';

const APP = 'leerlijn_app';

/** A PostgreSQL server of a test's own, durable as in production, that can be killed and started again. */
export interface OwnPostgres extends TestDatabase {
  /** Kills the server as a power cut would and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  startAgain(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'leerlijn-crash-'));
  let server = await startEmbeddedPostgres(folder);
  // The server takes a new port when it starts again; the application keeps the address it knows.
  const address = await startForwarding(() => server.port);
  const at = (user?: string) => {
    const url = new URL(server.url('postgres', user, user));
    url.port = String(address.port);
    return url.href;
  };
  const files = filesFolderOf(at(APP));
  await migrate(
    server.url('postgres'),
    server.url('postgres', APP, APP),
    await openFileStore({ folder: files }),
  );
  const owner = new pg.Pool({ connectionString: at(), max: 4 });
  owner.on('error', () => undefined);
  return {
    url: at(APP),
    owner,
    kill: () => kill(server, folder),
    startAgain: async () => {
      server = await startEmbeddedPostgres(folder);
    },
    drop: async () => {
      await owner.end();
      address.stop();
      await removeEmbeddedPostgres(folder);
      await rm(files, { recursive: true, force: true });
    },
  };
}

async function kill(server: EmbeddedPostgres, folder: string): Promise<void> {
  const lock = await readFile(join(server.folder ?? folder, 'cluster', 'postmaster.pid'), 'utf8');
  process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
}

async function startForwarding(port: () => number): Promise<{ port: number; stop(): void }> {
  const open = new Set<Socket>();
  const server: Server = createServer((incoming) => {
    const outgoing = connect(port(), '127.0.0.1');
    for (const socket of [incoming, outgoing]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
