import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { FeedRow, FeedSubject } from './calendar-feed.queries.js';

const feedKinds = ['trainer', 'municipality', 'room'] as const;

/** What a coordinator chooses: 'region', 'trainer:<id>', 'municipality:<id>' or 'room:<id>'. */
export const feedForm = z.object({
  about: z
    .templateLiteral([z.enum(feedKinds), ':', z.uuid()])
    .or(z.literal('region'))
    .transform((about): FeedSubject => {
      if (about === 'region') return about;
      const [kind, id] = about.split(':') as [(typeof feedKinds)[number], string];
      if (kind === 'room') return { roomId: id };
      return kind === 'trainer' ? { trainerId: id } : { municipalityId: id };
    }),
});

/** The last part of a feed's address: its token with the ending that calendar programs look for. */
export const feedFileName = z
  .string()
  .regex(/^[\w-]{43}\.ics$/)
  .transform((name) => name.slice(0, -'.ics'.length));

/** What the feed of someone holds who does not choose. */
export function ownSubject({ role, professionalId, trainerId, municipalityId }: Actor): FeedSubject {
  if (role === 'professional') return { professionalId: professionalId! };
  return role === 'trainer' ? { trainerId: trainerId! } : { municipalityId: municipalityId! };
}

/** What a coordinator can make a feed of. */
export interface FeedChoices {
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly trainers: readonly { readonly id: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** The model of `sessions/calendar-feeds`; without choices there is one feed that the reader can make. */
export function feedsPage(
  feeds: readonly FeedRow[],
  choices: FeedChoices | null,
  issues: readonly FieldIssue[],
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const options = choices && [
    { value: 'region', label: t('calendar.feeds.ofRegion') },
    ...choices.municipalities.map(({ id, name }) => ({
      value: `municipality:${id}`,
      label: t('calendar.feeds.ofMunicipality', { name }),
    })),
    ...choices.trainers.map(({ id, name }) => ({
      value: `trainer:${id}`,
      label: t('calendar.feeds.ofTrainer', { name }),
    })),
    ...choices.rooms.map(({ id, name }) => ({
      value: `room:${id}`,
      label: t('calendar.feeds.ofRoom', { name }),
    })),
  ];
  const spec = { name: 'about', kind: 'select', label: 'calendar.feeds.about', required: true } as const;
  return {
    action: choices ? '/calendar/feeds' : '/calendar/feeds/own',
    form: buildForm(options ? [{ ...spec, options }] : [], {}, issues, t),
    feeds: feeds.map((feed) => ({
      about: feedLabel(feed, t),
      createdAt: t('calendar.feeds.madeAt', { at: formatInstant(feed.createdAt, locale) }),
      renewHref: `/calendar/feeds/${feed.id}/renewal`,
      revokeHref: `/calendar/feeds/${feed.id}/revocation`,
    })),
  };
}

/** The model of `sessions/calendar-feed-confirmation`: what renewing or revoking does, before it is done. */
export function feedConfirmation(feed: FeedRow, step: 'renewal' | 'revocation', t: Translate) {
  const about = feedLabel(feed, t);
  const renews = step === 'renewal';
  return {
    text: t(renews ? 'calendar.feeds.renewText' : 'calendar.feeds.revokeText', { about }),
    button: t(renews ? 'calendar.feeds.renew' : 'calendar.feeds.revoke'),
    action: `/calendar/feeds/${feed.id}/${step}`,
  };
}

/** What a feed holds, in words. */
function feedLabel({ kind, about }: FeedRow, t: Translate): string {
  if (about === null) return t(kind === 'region' ? 'calendar.feeds.ofRegion' : 'calendar.feeds.ofOwn');
  const labels = {
    trainer: 'calendar.feeds.ofTrainer',
    municipality: 'calendar.feeds.ofMunicipality',
    room: 'calendar.feeds.ofRoom',
    professional: 'calendar.feeds.ofOwn',
    region: 'calendar.feeds.ofRegion',
  } as const satisfies Record<FeedRow['kind'], MessageKey>;
  return t(labels[kind], { name: about });
}
