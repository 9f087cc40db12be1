import type { Translate } from '../platform/i18n/translator.js';
import type { ProblemCode } from '../problems.js';
import type { Role } from '../shared/actor.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Matched } from './group-matching.rules.js';
import type { GroupOutcome, Member } from './group-outcome.rules.js';

export interface Badge {
  readonly kind: 'success' | 'warning' | 'error' | 'neutral';
  readonly label: string;
}

export interface Link {
  readonly href: string;
  readonly label: string;
}

/** Who looks at a group, and in which session it is. */
export interface GroupReader {
  readonly role: Role | 'system';
  readonly sessionId: string;
}

const kindOf: Readonly<Record<GroupOutcome, Badge['kind']>> = {
  confirmed: 'success',
  waitlisted: 'warning',
  requested: 'warning',
  refused: 'error',
};

/** What becomes of someone, or what became of them. */
export function badgeOf(
  { outcome, held }: Pick<Member, 'outcome' | 'held'>,
  tense: 'outcome' | 'done',
  t: Translate,
): Badge {
  if (held !== null) return { kind: 'neutral', label: t('group.outcome.already') };
  return { kind: kindOf[outcome], label: t(`group.${tense}.${outcome}`) };
}

/** Why, or at which place of the waiting list; null where there is nothing to add. */
export function reasonOf(
  { outcome, waitingPosition, refusal, held }: Omit<Member, 'professionalId' | 'enrolmentId'>,
  t: Translate,
): string | null {
  if (outcome === 'waitlisted' && waitingPosition !== null)
    return t('group.why.position', { position: waitingPosition });
  if (outcome === 'requested') return t('group.why.requested');
  if (held !== null && held !== 'cancelled') return t(`group.why.held.${held}`);
  return refusal === null ? null : refusalText(refusal, t);
}

const OWN_WORDS = [
  ...([
    'already-enrolled',
    'professional-double-booked',
    'entry-level-missing',
    'already-in-course',
  ] as const),
  ...(['other-organisation', 'not-invited', 'enrolment-not-open', 'not-found'] as const),
];

/** In the words of a list where there are such; the page of a problem speaks to whom it is about. */
function refusalText({ code, params }: NonNullable<Member['refusal']>, t: Translate): string {
  const own = OWN_WORDS.find((each) => each === code);
  return own ? t(`group.why.${own}`, params) : t(`problem.${code as ProblemCode}.title`, params);
}

/** What a reader can do about a refusal; null where there is nothing to do here. */
export function refusalLink(
  { refusal }: Pick<Member, 'refusal'>,
  email: string,
  reader: GroupReader,
  t: Translate,
): Link | null {
  if (refusal?.code === 'entry-level-missing' && reader.role === 'coordinator') {
    const href = listAddress(`/sessions/${reader.sessionId}/participants/new`, { q: email });
    return { href, label: t('group.link.single') };
  }
  const other = refusal?.params['sessionId'];
  return typeof other === 'string' ? { href: `/sessions/${other}`, label: t('group.link.session') } : null;
}

/** Why a line of a list names nobody who can be enrolled by it. */
export function unmatchedText(
  row: Exclude<Matched, { kind: 'person' }>,
  reader: GroupReader,
  t: Translate,
): string {
  if (row.kind === 'twice') return t('group.why.twice', { earlier: row.earlier });
  if (row.kind !== 'unknown') return t(`group.why.${row.kind}`);
  if (row.email === null && row.name === null) return t('group.why.not-found');
  const text = t(row.email === null ? 'group.why.unknownName' : 'group.why.unknownEmail');
  return reader.role === 'contact' ? `${text} ${t('group.why.unknownOwn')}` : text;
}
