import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { datesOf } from './attendance.pages.js';
import type { AttendanceRoster, RosterPerson } from './attendance.queries.js';
import { closingObstacle, unmarked } from './attendance.rules.js';
import { isEntitled, partsAttended } from './entitlement.rules.js';

/** The page that says what closing will do, before it is done. */
export function closurePage(roster: AttendanceRoster, now: Date, locale: Locale, t: Translate) {
  const entitled = roster.people.filter((person) => isEntitledIn(roster, person));
  const others = roster.people.filter((person) => !isEntitledIn(roster, person));
  const obstacle = closingObstacle(roster, now);
  const path = `/sessions/${roster.sessionId}`;
  return {
    heading: roster.courseTitle,
    dates: datesOf(roster, locale),
    obstacle: obstacle
      ? {
          title: t(`problem.${obstacle.refused}.title`),
          advice: t(`problem.${obstacle.refused}.advice`, { missing: unmarked(roster) }),
        }
      : null,
    attendanceHref: `${path}/attendance`,
    action: obstacle ? null : `${path}/closure`,
    entitledCount: entitled.length,
    entitled: entitled.map(({ name, organisation }) => ({ name, organisation })),
    othersCount: others.length,
    others: others.map((person) => ({ name: person.name, reason: reasonOf(roster, person, t) })),
    rule: ruleOf(roster, t),
  };
}

/** What someone attended and what a certificate takes. */
export function certificateLine(roster: AttendanceRoster, person: RosterPerson, t: Translate): string {
  const attended = partsAttended(marksOf(roster, person));
  const line = t('attendance.correction.attended', { attended, parts: roster.parts.length });
  return `${line} ${ruleOf(roster, t)}`;
}

function ruleOf({ requiredPercentage }: AttendanceRoster, t: Translate): string {
  return requiredPercentage === 100
    ? t('attendance.closure.ruleAll')
    : t('attendance.closure.rule', { percentage: requiredPercentage });
}

function marksOf(roster: AttendanceRoster, person: RosterPerson) {
  return roster.parts.map(({ id }) => person.marks[id]?.mark ?? null);
}

function isEntitledIn(roster: AttendanceRoster, person: RosterPerson): boolean {
  return isEntitled(marksOf(roster, person), roster.requiredPercentage);
}

function reasonOf(roster: AttendanceRoster, person: RosterPerson, t: Translate): string {
  const attended = partsAttended(marksOf(roster, person));
  return t('attendance.closure.attended', { attended, parts: roster.parts.length });
}
