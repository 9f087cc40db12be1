import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** The moments of one delivery, in their order. */
export const smtpSteps = ['connect', 'mail-from', 'rcpt-to', 'data', 'accept'] as const;
export type SmtpStep = (typeof smtpSteps)[number];

export interface Delivery {
  readonly messageId: string;
  /** Of the envelope, as is `to`; empty where nothing is to come back. */
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it took; `before` may do something, or hold the line, at each step. */
export interface MailServer {
  readonly url: string;
  readonly accepted: Delivery[];
  before: (step: SmtpStep) => Promise<void> | void;
  /** What the server has against a recipient; null for one it takes, and no answer at all while it waits. */
  refuses: (to: string) => Error | Promise<Error | null> | null;
  /** Whether it closes the connection where it should say that it took a mail. */
  drops: (delivery: Delivery) => boolean;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const accepted: Delivery[] = [];
  const at = async (
    step: SmtpStep,
    callback: (error?: Error | null) => void | Promise<void>,
  ): Promise<void> => {
    try {
      await server.before(step);
      await callback();
    } catch (refusal) {
      await callback(refusal as Error);
    }
  };
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, callback) => void at('connect', callback),
    onMailFrom: (_address, _session, callback) => void at('mail-from', callback),
    onRcptTo: ({ address }, _session, callback) =>
      void at('rcpt-to', async (refusal) => callback(refusal ?? (await server.refuses(address)))),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        void at('data', (refusal) => {
          if (refusal) return callback(refusal);
          const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '';
          const { mailFrom } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          const delivery = { raw, from, to: recipient(session), messageId };
          accepted.push(delivery);
          if (server.drops(delivery)) sockets.get(session.remotePort)!.destroy();
          else void at('accept', callback);
        });
      });
    },
  });
  // A client that is killed resets its connection; the server must outlive that.
  smtp.on('error', () => undefined);
  const sockets = new Map<number, Socket>();
  smtp.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort!, socket));
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    before: () => undefined,
    refuses: () => null,
    drops: () => false,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}

function recipient(session: SMTPServerSession): string {
  return session.envelope.rcptTo.map(({ address }) => address).join(', ');
}
