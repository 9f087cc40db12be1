import { z } from 'zod';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import { localDate, localTime } from '../platform/web/fields.js';
import type { Locale } from '../shared/locale.js';
import { shifted, type FreeSlot } from './free-slot.rules.js';

/** A time at which everything that is needed is free, as a button that fills it in. */
export interface SlotChoice {
  readonly value: string;
  readonly label: string;
}

/** The button of a free slot; what it sends is read by `withSlot`. */
export function slotChoice({ fromDate, toDate, minutes, parts }: FreeSlot, locale: Locale): SlotChoice {
  return {
    value: `${fromDate} ${toDate} ${minutes}`,
    label: `${formatDate(toDate, locale, 'weekday')}, ${timesOf(parts)}`,
  };
}

/** The times of the parts of one day: '09:30–12:30, 13:30–16:30'. */
export function timesOf(parts: FreeSlot['parts']): string {
  return parts.map(({ startTime, endTime }) => formatTimeRange(startTime, endTime)).join(', ');
}

const sent = z.record(z.string(), z.unknown());
const pressed = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{4}-\d{2}-\d{2} -?\d{1,4}$/);
const when = z.object({ date: localDate, startTime: localTime, endTime: localTime });

/** What a form sent, as if the times of the slot whose button was pressed had been filled in. */
export function withSlot(body: unknown): unknown {
  const form = sent.safeParse(body).data;
  const slot = pressed.safeParse(form?.['slot']).data;
  if (form === undefined || slot === undefined) return body;
  const [fromDate, toDate, minutes] = slot.split(' ') as [string, string, string];
  const moved: Record<string, unknown> = { ...form };
  for (const name of Object.keys(form).filter((key) => /^(parts\.\d+\.)?date$/.test(key))) {
    const prefix = name.slice(0, -'date'.length);
    const part = when.safeParse({
      date: form[name],
      startTime: form[`${prefix}startTime`],
      endTime: form[`${prefix}endTime`],
    }).data;
    if (part?.date !== fromDate) continue;
    for (const [key, value] of Object.entries(shifted(part, { toDate, minutes: Number(minutes) })))
      moved[`${prefix}${key}`] = value;
  }
  return moved;
}
