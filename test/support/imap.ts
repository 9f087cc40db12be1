import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { isHere } from './programs.js';
import { freePort } from './redis.js';

const found = spawnSync('dovecot', ['--version'], { encoding: 'utf8' });
/** Whether a mailbox can be tested here: with Dovecot 2.3, whose settings are written otherwise from 2.4 on. */
export const imapIsHere = isHere('dovecot 2.3', found.status === 0 && found.stdout.startsWith('2.3.'));

const NOBODY = { uid: 65_534, gid: 65_534 };
const USER = 'inbox@example.nl';
const PASSWORD = 'een/geheim';

/** A real IMAP server with one mailbox. */
export interface ImapServer {
  readonly url: string;
  /** Puts a mail into the inbox, as a mail server does. */
  deliver(raw: Buffer | string): Promise<void>;
  /** The subjects of the mails in a folder, in the order in which they came there. */
  subjects(folder: string): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startImapServer(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'leerlijn-imap-'));
  const port = await freePort();
  await mkdir(join(folder, 'mail'));
  // Dovecot serves no mail of root.
  const owner = process.getuid!() === 0 ? NOBODY : { uid: process.getuid!(), gid: process.getgid!() };
  await chmod(folder, 0o755);
  await chown(join(folder, 'mail'), owner.uid, owner.gid);
  const settings = join(folder, 'dovecot.conf');
  await writeFile(settings, settingsFor(folder, port, owner));
  const server = spawn('dovecot', ['-F', '-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve) =>
    // Read to the end: Dovecot must be able to write its log.
    server.stderr.on('data', (text) => String(text).includes('starting up') && resolve()),
  );
  const asClient = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port, secure: false, logger: false },
      auth: { user: USER, pass: PASSWORD },
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  return {
    url: `imap://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    deliver: (raw) => asClient(async (client) => void (await client.append('INBOX', raw))),
    subjects: (name) =>
      asClient(async (client) => {
        await client.mailboxOpen(name);
        const mails = await client.fetchAll('1:*', { envelope: true });
        return mails.map(({ envelope }) => envelope?.subject ?? '');
      }),
    stop: async () => {
      const exit = once(server, 'exit');
      server.kill();
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}

function settingsFor(folder: string, port: number, { uid, gid }: typeof NOBODY): string {
  const internal = process.getuid!() === 0 ? 'nobody' : userInfo().username;
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
default_internal_user = ${internal}
default_internal_group = ${process.getuid!() === 0 ? 'nogroup' : gid}
default_login_user = ${internal}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}
