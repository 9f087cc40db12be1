import type { CalendarReply } from '../platform/files/calendar-reply.rules.js';
import { tellsDeadAddress } from '../platform/mail/delivery.rules.js';
import type { Returned } from '../platform/mail/returned-mail.rules.js';

/** What a delivery status notification says of one recipient (RFC 3464, 2.3). */
export interface DeliveryReport {
  /** The addresses by which it names the recipient, in lower case. */
  readonly addresses: readonly string[];
  /** 'failed', 'delayed', 'delivered', 'relayed' or 'expanded', in lower case. */
  readonly action: string;
  /** '5.1.1' (RFC 3463). */
  readonly status: string;
  /** What a mail server said, as it stands in the notification: 'smtp; 550 5.1.1 User unknown'. */
  readonly diagnostic: string | null;
}

/** A mail that came in, as far as we look at it. */
export interface InboundMail {
  /** To whom it was sent. */
  readonly addresses: readonly string[];
  /** By their names in lower case; of a header that is there twice the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly reports: readonly DeliveryReport[];
  /** What someone answered in a calendar. */
  readonly replies: readonly CalendarReply[];
}

/** What a mail that came in is; 'own-words' is for people to read, and 'receipt' says that a mail arrived. */
export type Verdict =
  | Returned
  | { readonly kind: 'receipt' }
  | { readonly kind: 'own-words' }
  | {
      readonly kind: 'calendar-reply';
      readonly replies: readonly CalendarReply[];
      /** Whether people are to read it too. */
      readonly hasComment: boolean;
    };

// RFC 3463: the mailbox or its domain is not there, has moved, or is no address; switched off; no host to route to.
const NO_SUCH_ADDRESS = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1|4\.4)$/;
const SMTP_ANSWER = /^smtp;\s*((\d{3})[\s\S]*)$/i;
const AUTOMATIC_HEADERS = ['x-autoreply', 'x-autorespond', 'x-autoresponder'];
const AUTOMATIC_PRECEDENCE = /^(?:auto_reply|bulk|junk|list)\b/i;

/**
 * What a mail is that came in.
 * @param toAddress to whom the mail went that it answers; null where that is not known
 */
export function verdictOn(mail: InboundMail, toAddress: string | null): Verdict {
  if (mail.reports.length > 0) return verdictOnReports(mail.reports, toAddress?.toLowerCase() ?? null);
  const { replies } = mail;
  if (replies.length > 0)
    return { kind: 'calendar-reply', replies, hasComment: replies.some(({ hasComment }) => hasComment) };
  return { kind: isAutomatic(mail.headers) ? 'auto-reply' : 'own-words' };
}

/** Whether a program wrote it: RFC 3834, 5, and what older programs write instead. */
function isAutomatic(headers: ReadonlyMap<string, string>): boolean {
  const submitted = headers.get('auto-submitted');
  return (
    (submitted !== undefined && !/^\s*no\b/i.test(submitted)) ||
    AUTOMATIC_HEADERS.some((name) => headers.has(name)) ||
    AUTOMATIC_PRECEDENCE.test(headers.get('precedence')?.trim() ?? '')
  );
}

/**
 * Where a mail is forwarded the report may be about another address: then the mail came back too, but that says nothing
 * against the address to which we sent it.
 */
function verdictOnReports(reports: readonly DeliveryReport[], toAddress: string | null): Verdict {
  const own = reports.filter(({ addresses }) => toAddress !== null && addresses.includes(toAddress));
  const looked = own.length > 0 ? own : reports;
  const failed = looked.find(({ action }) => action === 'failed');
  if (failed) {
    const isDead = own.length > 0 && tellsNoSuchAddress(failed);
    return { kind: 'undelivered', answer: answerIn(failed), isDead };
  }
  const delayed = looked.find(({ action }) => action === 'delayed');
  return delayed ? { kind: 'delayed', answer: answerIn(delayed) } : { kind: 'receipt' };
}

function tellsNoSuchAddress({ status, diagnostic }: DeliveryReport): boolean {
  const [, text, code] = SMTP_ANSWER.exec(diagnostic ?? '') ?? [];
  return text && code
    ? tellsDeadAddress({ kind: 'refused', text, responseCode: Number(code) })
    : NO_SUCH_ADDRESS.test(status);
}

function answerIn({ status, diagnostic }: DeliveryReport): string {
  const said = diagnostic?.replace(/^[\w-]+;\s*/, '').trim();
  if (!said) return status;
  return said.includes(status) ? said : `${status} ${said}`;
}
