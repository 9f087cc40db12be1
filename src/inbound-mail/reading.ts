import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { readCalendarReplies } from '../platform/files/calendar-replies.js';
import type { DeliveryReport, InboundMail } from './inbound-mail.rules.js';

/** Where programs on the way write to which address a mail was sent. */
const ADDRESS_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'];
/** As long as RFC 5321 allows, so that a long line without an address takes no long time. */
const ADDRESS = /[^\s<>,;:"()@]{1,64}@[^\s<>,;:"()@]{1,255}/g;

/** Reads a mail (RFC 5322) of whatever bytes; what makes no sense is not in what comes back, and nothing is thrown. */
export async function readInboundMail(raw: Uint8Array): Promise<InboundMail> {
  const email = await parsed(raw);
  const headers = new Map(email?.headers.toReversed().map(({ key, value }) => [key, value]));
  return {
    headers,
    addresses: (email?.headers ?? [])
      .filter(({ key }) => ADDRESS_HEADERS.includes(key))
      .flatMap(({ value }) => value.match(ADDRESS) ?? []),
    replies: partsOf(email, 'text/calendar').slice(0, 1).flatMap(readCalendarReplies),
    reports: partsOf(email, 'message/delivery-status').flatMap(reportsIn),
  };
}

/** Mail that is in the mail, such as ours in a report, is left closed: it is not what came in. */
async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    // Too deep, or its headers too long.
    return null;
  }
}

function partsOf(email: Email | null, mimeType: string): string[] {
  return (email?.attachments ?? []).filter((part) => part.mimeType === mimeType).map(textOf);
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** Blocks of fields, with an empty line between them: one about the message, and then one for each recipient. */
function reportsIn(text: string): DeliveryReport[] {
  return text.split(/\r?\n[ \t]*\r?\n/).flatMap((block) => {
    const fields = fieldsOf(block);
    const addresses = ['final-recipient', 'original-recipient'].flatMap(
      (name) => fields.get(name)?.toLowerCase().match(ADDRESS) ?? [],
    );
    const [action] = /^[a-z]+/.exec(fields.get('action')?.toLowerCase() ?? '') ?? [];
    const [status] = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
    return action && status
      ? [{ addresses, action, status, diagnostic: fields.get('diagnostic-code') ?? null }]
      : [];
  });
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name && value ? [[name.toLowerCase(), value.trim()] as const] : [];
    }),
  );
}
