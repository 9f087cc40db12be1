import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Answer } from './delivery.rules.js';

/** Injection token of the MailTransport. */
export const MAIL_TRANSPORT = Symbol('MAIL_TRANSPORT');

/** Hands one mail to a server and tells what that answered; never throws for a refusal. */
export interface MailTransport {
  send(mail: SendMailOptions): Promise<Answer>;
  close(): void;
}

/** To how many mails at a time the server is asked to listen. */
export const SIMULTANEOUS_MAILS = 4;

const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MS = 30_000;

/** SMTP where a server is named; without one (local mode only) the mailbox page shows what is in the table. */
export function mailTransport(config: Config): MailTransport {
  if (!config.smtpUrl)
    return { send: async () => ({ kind: 'accepted', text: 'local mailbox' }), close: () => undefined };
  const smtp = createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections: SIMULTANEOUS_MAILS,
    maxMessages: Infinity,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENCE_MS,
  });
  return {
    async send(mail) {
      try {
        const { response } = await smtp.sendMail(mail);
        return { kind: 'accepted', text: response };
      } catch (error) {
        const { message, responseCode } = error as Error & { responseCode?: number };
        return { kind: 'refused', text: message, responseCode: responseCode ?? null };
      }
    },
    close: () => smtp.close(),
  };
}
