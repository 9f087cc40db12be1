import { execFileSync, spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** The system user that runs the server, as numbers. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account to run PostgreSQL under: undefined means "as ourselves". PostgreSQL refuses to run as
 * root, so root hands it to the system user `postgres`, made here when it does not exist.
 */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findPostgresUser();
  if (existing) return existing;
  createPostgresUser();
  const created = findPostgresUser();
  if (!created) throw new Error('The system user "postgres" was created but cannot be found afterwards.');
  return created;
}

function findPostgresUser(): ServerAccount | undefined {
  const number = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  const user = number('-u');
  const group = number('-g');
  if (user.status !== 0 || group.status !== 0) return undefined;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function createPostgresUser(): void {
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'pipe' });
    const options = ['--system', '--gid', 'postgres', '--no-create-home', '--home-dir', '/nonexistent'];
    execFileSync('useradd', [...options, '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as ${userInfo().username}, and the system user "postgres" could not be created. ` +
        'Create it (useradd --system postgres), start as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
}

/** Whether the account can pass through this folder; asked of the system itself, so ACLs and mounts count too. */
export function canReach(account: ServerAccount, folder: string): boolean {
  const answer = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return answer.status === 0;
}
