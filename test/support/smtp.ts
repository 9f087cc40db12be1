import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** The moments of one delivery, in their order. */
export const smtpSteps = ['connect', 'mail-from', 'rcpt-to', 'data', 'accept'] as const;
export type SmtpStep = (typeof smtpSteps)[number];

export interface Delivery {
  readonly messageId: string;
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it accepted; `before` may do something, or hold the line, at each step. */
export interface MailServer {
  readonly url: string;
  readonly accepted: Delivery[];
  before: (step: SmtpStep) => Promise<void> | void;
  /** What the server has against a recipient; null for one it takes. */
  refuses: (to: string) => Error | null;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const accepted: Delivery[] = [];
  const at = async (step: SmtpStep, callback: (error?: Error | null) => void): Promise<void> => {
    try {
      await server.before(step);
      callback();
    } catch (refusal) {
      callback(refusal as Error);
    }
  };
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, callback) => void at('connect', callback),
    onMailFrom: (_address, _session, callback) => void at('mail-from', callback),
    onRcptTo: ({ address }, _session, callback) =>
      void at('rcpt-to', (refusal) => callback(refusal ?? server.refuses(address))),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        void at('data', (refusal) => {
          if (refusal) return callback(refusal);
          accepted.push({
            raw,
            to: recipient(session),
            messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
          });
          void at('accept', callback);
        });
      });
    },
  });
  // A client that is killed resets its connection; the server must outlive that.
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    before: () => undefined,
    refuses: () => null,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}

function recipient(session: SMTPServerSession): string {
  return session.envelope.rcptTo.map(({ address }) => address).join(', ');
}
