import { ImapFlow } from 'imapflow';

/** Where mail goes in the mailbox that was taken in. */
const TAKEN_IN = 'Leerlijn';
const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MS = 30_000;
/** So that a turn comes to an end; the next turn goes on. */
const MAILS_PER_TURN = 200;

/**
 * Offers each mail of the inbox, the oldest first, and then moves it to the folder of what was taken in. A mail that
 * cannot be taken in stays, and keeps the others from nothing.
 * @param url `imaps://user:password@host:port`, each part percent-encoded
 * @param largest in bytes: a mail beyond it stays
 * @throws Error the first reason why something stayed, after all others had their turn
 */
export async function takeFromInbox(
  url: string,
  largest: number,
  takeIn: (raw: Buffer) => Promise<void>,
): Promise<void> {
  const mailbox = await open(url);
  try {
    await mailbox.mailboxCreate(TAKEN_IN);
    const lock = await mailbox.getMailboxLock('INBOX');
    try {
      const failures: unknown[] = [];
      let taken = 0;
      for (const uid of await mailsIn(mailbox)) {
        if (taken === MAILS_PER_TURN) break;
        await takeOne(mailbox, uid, largest, takeIn).then(
          () => (taken += 1),
          (error) => failures.push(error),
        );
      }
      if (failures.length > 0) throw failures[0];
    } finally {
      lock.release();
    }
  } finally {
    mailbox.close();
  }
}

async function open(url: string): Promise<ImapFlow> {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const mailbox = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENCE_MS,
  });
  // Whoever waits for an answer hears that the connection was lost; nobody else has to.
  mailbox.on('error', () => undefined);
  try {
    await mailbox.connect();
  } catch (error) {
    const { message, responseText } = error as Error & { responseText?: string };
    throw new Error(`The mailbox could not be opened: ${responseText ?? message}`, { cause: error });
  }
  return mailbox;
}

async function mailsIn(mailbox: ImapFlow): Promise<number[]> {
  const uids = await mailbox.search({ all: true }, { uid: true });
  return (uids || []).sort((a, b) => a - b);
}

async function takeOne(
  mailbox: ImapFlow,
  uid: number,
  largest: number,
  takeIn: (raw: Buffer) => Promise<void>,
): Promise<void> {
  const found = await mailbox.fetchOne(String(uid), { size: true }, { uid: true });
  // Someone else took it away meanwhile.
  if (!found) return;
  if ((found.size ?? 0) > largest)
    throw new Error(`A mail of more than ${largest} bytes stays in the mailbox`);
  const mail = await mailbox.fetchOne(String(uid), { source: true }, { uid: true });
  if (!mail || !mail.source) return;
  await takeIn(mail.source);
  if (!(await mailbox.messageMove(String(uid), TAKEN_IN, { uid: true })))
    throw new Error(`A mail that was taken in could not be moved to ${TAKEN_IN}`);
}
