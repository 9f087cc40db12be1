import { z } from 'zod';
import { formatDate, formatTimeRange } from '../../platform/i18n/format.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { qrCode } from '../../platform/web/qr-code.js';
import type { Locale } from '../../shared/locale.js';
import { markLabel } from '../attendance.pages.js';
import type { AttendanceRoster, RosterPart } from '../attendance.queries.js';
import type { EntryGroup, EntryRow } from './check-in.queries.js';
import type { EntryPass } from '../../enrolment/entry-code.rules.js';
import type { EntryCode } from '../../enrolment/entry-codes.service.js';

interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

/** Who is checked in, in which part: browsers send one name as text and several as a list. */
export const entryForm = z.object({
  part: z.uuid(),
  who: z.preprocess((sent) => (typeof sent === 'string' ? [sent] : sent), z.array(z.uuid()).min(1).max(200)),
});

/** The page with one's own codes, one for each day. */
export function ownCodesPage(entry: EntryRow & { readonly codes: readonly EntryCode[] }, reader: Reader) {
  const { t } = reader;
  return {
    lead: t('check-in.own.lead', { course: entry.courseTitle }),
    intro: t('check-in.own.intro'),
    codes: entry.codes.map((code) => codeCard(code, { heading: entry.name, note: null }, reader)),
    empty: null,
  };
}

/** The page with the codes of colleagues who come together. */
export function groupCodesPage(
  courseTitle: string,
  groups: readonly (EntryGroup & { readonly codes: readonly EntryCode[] })[],
  reader: Reader,
) {
  const { t } = reader;
  return {
    lead: t('check-in.group.lead', { course: courseTitle }),
    intro: t('check-in.group.intro'),
    codes: groups.flatMap(({ organisation, names, codes }) =>
      codes.map((code) => codeCard(code, { heading: organisation, note: names.join(', ') }, reader)),
    ),
    empty: groups.length === 0 ? t('check-in.group.empty') : null,
  };
}

function codeCard(
  { date, code, url }: EntryCode,
  words: { readonly heading: string; readonly note: string | null },
  { locale, t }: Reader,
) {
  const day = formatDate(date, locale, 'weekday');
  return {
    ...words,
    day,
    code,
    qr: { code: qrCode(url), label: t('check-in.qr', { name: words.heading, day }) },
  };
}

/** What a code shows to whoever has it: the code itself, and nobody's name. */
export function shownCodePage({ date, code, url }: EntryCode, courseTitle: string, { locale, t }: Reader) {
  const day = formatDate(date, locale, 'weekday');
  return {
    lead: t('check-in.shown.lead', { course: courseTitle }),
    intro: t('check-in.shown.intro'),
    codes: [
      {
        heading: day,
        note: null,
        day: t('check-in.shown.day'),
        code,
        qr: { code: qrCode(url), label: t('check-in.qr', { name: courseTitle, day }) },
      },
    ],
    empty: null,
  };
}

/** The page on which who stands at the door lets people in by their code. */
export function admissionPage(
  roster: AttendanceRoster,
  pass: EntryPass,
  { today, code }: { readonly today: string; readonly code: string },
  { locale, t }: Reader,
) {
  const parts = roster.parts.filter(({ localDate }) => localDate === pass.date);
  const day = formatDate(pass.date, locale, 'weekday');
  return {
    lead: t('check-in.admission.lead', { course: roster.courseTitle, day }),
    obstacle: pass.date === today ? null : t('check-in.admission.otherDay', { day }),
    action: `/entry/${code}`,
    isGroup: pass.kind === 'group',
    people: peopleOf(roster, pass).map(({ enrolmentId, name, organisation, marks }) => ({
      enrolmentId,
      name,
      organisation,
      marks: parts.map(({ id, ordinal }) => {
        const marked = marks[id];
        const label = marked ? markLabel(marked.mark, t) : t('attendance.unmarked');
        return `${t('attendance.part', { ordinal })}: ${label}`;
      }),
    })),
    parts: parts.map((part) => ({ id: part.id, label: partLabel(part, t) })),
  };
}

function peopleOf({ people }: AttendanceRoster, pass: EntryPass): AttendanceRoster['people'] {
  return people.filter(({ enrolmentId, organisationId }) =>
    pass.kind === 'person' ? enrolmentId === pass.enrolmentId : organisationId === pass.organisationId,
  );
}

function partLabel({ ordinal, startTime, endTime }: RosterPart, t: Translate): string {
  return t('check-in.admission.submit', { ordinal, when: formatTimeRange(startTime, endTime) });
}
