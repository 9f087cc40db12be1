import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { datesOf } from './attendance.pages.js';
import type { AttendanceRoster, RosterPerson } from './attendance.queries.js';
import { closingObstacle, unmarked } from './attendance.rules.js';
import { absentMandatory, entitlement, missedMandatory, partsAttended } from './entitlement.rules.js';

/** The page that says what closing will do, before it is done; `completed` are those who attended a follow-up day. */
export function closurePage(
  roster: AttendanceRoster,
  completed: ReadonlySet<string>,
  now: Date,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const of = (person: RosterPerson) =>
    entitlement(marksOf(roster, person), roster.policy, completed.has(person.enrolmentId));
  const [entitled, waiting, others] = (['entitled', 'waits', 'not-entitled'] as const).map((stand) =>
    roster.people.filter((person) => of(person) === stand),
  ) as [RosterPerson[], RosterPerson[], RosterPerson[]];
  const obstacle = closingObstacle(roster, now);
  const absent = absentMandatory(roster.parts.length, roster.policy.mandatoryParts);
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
    waitingCount: waiting.length,
    waiting: waiting.map(({ name, organisation }) => ({ name, organisation })),
    othersCount: others.length,
    others: others.map((person) => ({ name: person.name, reason: reasonOf(roster, person, locale, t) })),
    rule: ruleOf(roster, locale, t),
    absent:
      absent.length === 0
        ? null
        : t('attendance.closure.absent', { ...partsIn(absent, locale), have: roster.parts.length }),
  };
}

/** What someone attended and what a certificate takes. */
export function certificateLine(
  roster: AttendanceRoster,
  person: RosterPerson,
  locale: Locale,
  t: Translate,
): string {
  const attended = partsAttended(marksOf(roster, person));
  const line = t('attendance.correction.attended', { attended, parts: roster.parts.length });
  const waits = person.isWaiting ? ` ${t('attendance.correction.waits')}` : '';
  return `${line} ${ruleOf(roster, locale, t)}${waits}`;
}

function ruleOf({ policy, parts }: AttendanceRoster, locale: Locale, t: Translate): string {
  const mandatory = policy.mandatoryParts.filter((part) => part <= parts.length);
  return [
    policy.requiredPercentage === 100
      ? t('attendance.closure.ruleAll')
      : t('attendance.closure.rule', { percentage: policy.requiredPercentage }),
    ...(mandatory.length === 0 ? [] : [t('attendance.closure.ruleMandatory', partsIn(mandatory, locale))]),
    ...(policy.requiresFollowUp ? [t('attendance.closure.ruleFollowUp')] : []),
  ].join(' ');
}

function marksOf(roster: AttendanceRoster, person: RosterPerson) {
  return roster.parts.map(({ id }) => person.marks[id]?.mark ?? null);
}

function reasonOf(roster: AttendanceRoster, person: RosterPerson, locale: Locale, t: Translate): string {
  const marks = marksOf(roster, person);
  const line = t('attendance.closure.attended', {
    attended: partsAttended(marks),
    parts: roster.parts.length,
  });
  const missed = missedMandatory(marks, roster.policy.mandatoryParts);
  return missed.length === 0 ? line : `${line}; ${t('attendance.closure.missed', partsIn(missed, locale))}`;
}

/** '1 en 3', with how many there are. */
function partsIn(numbers: readonly number[], locale: Locale) {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return { count: numbers.length, parts: list.format(numbers.map(String)) };
}
