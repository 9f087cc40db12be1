import { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { marks } from '../attendance.rules.js';
import type { SentSighting } from './check-in.service.js';

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('name'), enrolmentId: z.uuid() }),
  z.object({ kind: z.literal('code'), code: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('withdrawal'), enrolmentId: z.uuid(), withdraws: z.uuid() }),
]);

/** A sighting as devices and other systems send it. */
export const sightingInput = z.object({
  id: z.uuid().describe('Door u gemaakt; wat u nog eens stuurt met dezelfde id, telt één keer.'),
  partId: z.uuid(),
  observedAt: z.iso.datetime().describe('Wanneer iemand incheckte; dat kan uren geleden zijn.'),
  what: what.describe(
    'Wie incheckte, met de id van de inschrijving of met een toegangscode; of welk inchecken een vergissing was.',
  ),
});

/** How many sightings are taken in at once. */
export const MOST_SIGHTINGS = 200;

/** What a device sends: sightings of the sessions on it, in any order. */
export const deviceInput = z.object({
  sightings: z
    .array(sightingInput.extend({ sessionId: z.uuid() }))
    .min(1)
    .max(MOST_SIGHTINGS),
});

export function sentSighting({
  id,
  partId,
  observedAt,
  what: seen,
}: z.infer<typeof sightingInput>): SentSighting {
  return { id, partId, observedAt: new Date(observedAt), what: seen };
}

/** What the script says, by its name for it. */
const texts: Readonly<Record<string, MessageKey>> = {
  allSaved: 'check-in.text.allSaved',
  waiting: 'check-in.text.waiting',
  'connection.online': 'check-in.text.connection.online',
  'connection.offline': 'check-in.text.connection.offline',
  'connection.signed-out': 'check-in.text.connection.signed-out',
  'connection.refused': 'check-in.text.connection.refused',
  needsOther: 'check-in.text.needsOther',
  count: 'check-in.text.count',
  part: 'check-in.text.part',
  unsaved: 'check-in.text.unsaved',
  onDevice: 'check-in.text.onDevice',
  already: 'check-in.text.already',
  takenBack: 'check-in.text.takenBack',
  unknown: 'check-in.text.unknown',
  otherSession: 'check-in.text.otherSession',
  otherDay: 'check-in.text.otherDay',
  noCode: 'check-in.text.noCode',
  noCamera: 'check-in.text.noCamera',
  insecure: 'check-in.text.insecure',
  'refused.kept-after-closing': 'check-in.keptAfterClosing',
  'refused.unknown-part': 'check-in.refused.unknown-part',
  'refused.not-that-day': 'check-in.refused.not-that-day',
  'refused.not-genuine': 'check-in.refused.not-genuine',
  'refused.other-day': 'check-in.refused.other-day',
  'refused.no-seat': 'check-in.refused.no-seat',
  'refused.not-given': 'check-in.refused.not-given',
};

/** The script fills in these itself. */
const placeholders = Object.fromEntries(
  ['count', 'inside', 'total', 'ordinal', 'startTime', 'endTime', 'name', 'title'].map((name) => [
    name,
    `{${name}}`,
  ]),
);

/** The page for the door: the same for everyone who reads this language. */
export function devicePage(
  files: { readonly css: string; readonly icon: string; readonly script: string },
  t: Translate,
) {
  const own = Object.entries(texts).map(([name, key]) => ({ name, text: t(key, placeholders) }));
  const ofMarks = marks.map((mark) => ({ name: `mark.${mark}`, text: t(`attendance.mark.${mark}`) }));
  return { ...files, texts: [...own, ...ofMarks] };
}
