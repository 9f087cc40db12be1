import { formatTimeRange } from '../../platform/i18n/format.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { qrCode } from '../../platform/web/qr-code.js';
import { attends } from '../attendance.rules.js';
import type { ShownWall, WallPlace, WallRefusal } from './wall.service.js';

/** The page for the large screen in the room. */
export function wallPage({ courseTitle: course, code }: ShownWall, address: string, t: Translate) {
  if (!code) return { lead: course, nothing: t('check-in.wall.nothing') };
  return {
    lead: leadOf(course, code.part, t),
    nothing: null,
    qr: { code: qrCode(code.url), label: t('check-in.wall.qr', { course }) },
    beforehand: t('check-in.wall.beforehand', { address }),
    inside: t('check-in.wall.inside', code.people),
  };
}

/** The page on the phone of who scanned the wall: a button, or why there is none. */
export function selfCheckInPage(
  place: WallPlace | { readonly refused: WallRefusal },
  path: string,
  t: Translate,
) {
  if ('refused' in place)
    return {
      lead: null,
      note: { kind: 'warning', text: t(`check-in.wall.refused.${place.refused}`) },
      signInHref: place.refused === 'sign-in' ? `/sign-in?next=${encodeURIComponent(path)}` : null,
      action: null,
    };
  const { mark } = place.part;
  const isIn = mark !== null && attends(mark);
  return {
    lead: leadOf(place.seat.courseTitle, place.part, t),
    note: isIn ? { kind: 'ok', text: t('check-in.wall.already') } : null,
    signInHref: null,
    action: isIn ? null : path,
  };
}

function leadOf(
  course: string,
  part: WallPlace['part'] | NonNullable<ShownWall['code']>['part'],
  t: Translate,
) {
  const { ordinal, startTime, endTime } = part;
  return t('check-in.wall.lead', { course, ordinal, when: formatTimeRange(startTime, endTime) });
}
