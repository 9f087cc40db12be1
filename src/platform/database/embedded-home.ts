import { createHash } from 'node:crypto';
import { access, chmod, chown, mkdir, mkdtemp, readlink, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ignoring } from '../errors/ignoring.js';
import { canReach, type ServerAccount } from './embedded-account.js';
import { SHARED_FOLDER } from './embedded-binaries.js';

/**
 * The folder that holds the cluster, its password and its log, made when missing. That is the data
 * folder itself, unless the server's account cannot get there (a clone below /root): then it lies
 * below SHARED_FOLDER, and the symbolic link `elsewhere` in the data folder says where.
 */
export async function clusterHome(dataFolder: string, account: ServerAccount | undefined): Promise<string> {
  // Only the last folder is private: the server's account has to get through the ones above it.
  await mkdir(path.dirname(dataFolder), { recursive: true });
  await mkdir(dataFolder, { mode: 0o700 }).catch(ignoring('EEXIST'));
  if (!account) return dataFolder;
  const elsewhere = path.join(dataFolder, 'elsewhere');
  const known = await readlink(elsewhere).catch(ignoring('ENOENT'));
  if (known) {
    await access(known).catch(() => {
      throw new Error(
        `The data of ${dataFolder} was kept in ${known}, which is gone. Put it back, or remove ${dataFolder} to begin anew.`,
      );
    });
    return known;
  }
  if (canReach(account, path.dirname(dataFolder))) {
    await chown(dataFolder, account.uid, account.gid);
    return dataFolder;
  }
  const home = await makeHomeElsewhere(dataFolder, account);
  await symlink(home, `${elsewhere}.new`);
  await rename(`${elsewhere}.new`, elsewhere);
  return home;
}

async function makeHomeElsewhere(dataFolder: string, account: ServerAccount): Promise<string> {
  const clusters = path.join(SHARED_FOLDER, 'clusters');
  await mkdir(clusters, { recursive: true, mode: 0o755 });
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  // The random part keeps a new clone on the same path apart from the data of one that has moved.
  const home = await mkdtemp(path.join(clusters, `${hash}-`));
  await chmod(home, 0o700);
  await chown(home, account.uid, account.gid);
  return home;
}
