import { overtakenBy } from '../enrolment/overtaken-mail.rules.js';
import type { ShownStatus, WithdrawnReason } from '../shared/message-status.js';

/** Why a mail was written, and about which enrolment; null for mail about none. */
export interface Told {
  readonly reason: string;
  readonly enrolmentId: string | null;
}

/** A mail that someone wants to send again. */
export interface Written extends Told {
  readonly status: ShownStatus;
  readonly withdrawnReason: WithdrawnReason | null;
  readonly holdsSecret: boolean;
}

/** What there is to know beside the mail itself. */
export interface Since<News extends Told> {
  /** How its repeats stand. */
  readonly repeats: readonly { readonly status: ShownStatus }[];
  /** What was written later to the same person about the same session, the newest first. */
  readonly news: readonly News[];
  /** Whether the address to which it would go is known not to exist. */
  readonly isDead: boolean;
}

export const hindrances = [
  'message-holds-secret',
  'message-waits',
  'message-withdrawn',
  'message-overtaken',
  'message-address-dead',
] as const;

/** What keeps a mail from being sent again, and for news what that is. */
export interface Hindrance<News> {
  readonly code: (typeof hindrances)[number];
  readonly news: News | null;
}

/**
 * Whether a mail may be sent again: one that has left or failed, and that still tells the truth. One that was withdrawn
 * because its address did not exist never left, and may go to an address that does. A link that signs someone in or
 * decides something goes out once. Null where nothing is in the way.
 */
export function hindranceOf<News extends Told>(
  written: Written,
  { repeats, news, isDead }: Since<News>,
): Hindrance<News> | null {
  const because = (code: Hindrance<News>['code']) => ({ code, news: null });
  if (written.holdsSecret) return because('message-holds-secret');
  if ([written, ...repeats].some(waits)) return because('message-waits');
  if (written.status === 'withdrawn' && written.withdrawnReason !== 'address-dead')
    return because('message-withdrawn');
  const overtaking = news.find((newer) => overtakes(newer, written));
  if (overtaking) return { code: 'message-overtaken', news: overtaking };
  return isDead ? because('message-address-dead') : null;
}

const waits = ({ status }: { readonly status: ShownStatus }) => status === 'queued' || status === 'sending';

/** Who enrolled hears the news of that enrolment; who gives a session, sends people or was invited hears the last of it. */
function overtakes(newer: Told, older: Told): boolean {
  if (older.enrolmentId === null)
    return (
      newer.reason === 'session.cancelled' ||
      ['trainer.', 'contact.'].some((whom) => newer.reason.startsWith(whom) && older.reason.startsWith(whom))
    );
  const overtaken = newer.enrolmentId === older.enrolmentId ? overtakenBy(newer.reason) : null;
  return overtaken !== null && (overtaken.reasons === null || overtaken.reasons.includes(older.reason));
}
