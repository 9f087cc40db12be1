import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { FailedMessageRow, GoingSessionRow } from './coordinator-home.queries.js';
import { leftOverSections, type LeftOver } from './left-over.pages.js';
import type { HomeCard, HomeSection, Overview, Reader } from './overview.pages.js';
import { tasks, tasksOf, type Task } from './task.rules.js';

const SHOWN = 6;
const badgeKinds = {
  close: 'warning',
  decide: 'warning',
  gather: 'error',
  confirm: 'success',
  open: 'neutral',
  waiting: 'warning',
} as const satisfies Record<Task, string>;

interface CoordinatorFindings {
  readonly sessions: readonly GoingSessionRow[];
  readonly failed: readonly FailedMessageRow[];
  /** Without a training in the register the first step is to bring in the lists. */
  readonly hasCourses: boolean;
  readonly leftOver: readonly LeftOver[];
}

/** What needs the coordinator this week. */
export function coordinatorHome(
  { sessions, failed, hasCourses, leftOver }: CoordinatorFindings,
  now: Date,
  reader: Reader,
): Overview {
  const { t } = reader;
  const byTask = new Map<Task, GoingSessionRow[]>(tasks.map((task) => [task, []]));
  for (const session of sessions)
    for (const task of tasksOf(standOf(session), now)) byTask.get(task)!.push(session);
  const waiting = sessions.reduce((total, session) => total + session.waiting_count, 0);
  const failures = failed[0]?.total ?? 0;
  const asked = [...byTask].filter(([, found]) => found.length > 0);
  return {
    lead: t(
      asked.length + failures > 0
        ? 'home.coordinator.lead'
        : hasCourses
          ? 'home.coordinator.quiet'
          : 'home.coordinator.begin',
    ),
    figures: [
      ...tasks
        .filter((task) => task !== 'waiting')
        .map((task) => ({
          label: t(`home.task.${task}.figure`),
          value: String(byTask.get(task)!.length),
          note: null,
          href: byTask.get(task)!.length > 0 ? `#${task}` : null,
        })),
      {
        label: t('home.task.waiting.figure'),
        value: String(waiting),
        note: null,
        href: waiting > 0 ? '#waiting' : null,
      },
      {
        label: t('home.mail.figure'),
        value: String(failures),
        note: null,
        href: failures > 0 ? '#mail' : null,
      },
    ],
    sections: [
      ...asked.map(([task, found]) => taskSection(task, found, reader)),
      ...(failures > 0 ? [mailSection(failed, reader)] : []),
      ...(sessions.length === 0 ? [hasCourses ? nothingPlanned(reader) : nothingRead(reader)] : []),
      ...leftOverSections(leftOver, reader),
    ],
  };
}

function standOf(row: GoingSessionRow) {
  return {
    status: row.status,
    seatsTaken: row.seats_taken,
    minimum: row.minimum,
    waitingCount: row.waiting_count,
    decideOn: row.decide_on,
    firstStartsAt: row.first_starts_at,
    lastEndsAt: row.last_ends_at,
  };
}

function taskSection(task: Task, found: readonly GoingSessionRow[], { t, locale }: Reader): HomeSection {
  return {
    id: task,
    title: t(`home.task.${task}.title`),
    cards: found.slice(0, SHOWN).map((session): HomeCard => {
      const seats = t('home.session.seats', {
        taken: session.seats_taken,
        capacity: session.capacity,
        minimum: session.minimum,
      });
      return {
        title: session.course_title,
        href: `/sessions/${session.id}`,
        badge: badgeOf(task, session, t),
        lines: [
          `${formatDateRange(session.dates, locale)} · ${session.payer_name}`,
          ...(task === 'decide'
            ? [t('home.session.decideOn', { date: formatDate(session.decide_on, locale, 'weekday') })]
            : []),
          task === 'waiting'
            ? `${seats} ${t('home.session.waiting', { count: session.waiting_count })}`
            : seats,
        ],
        actions: [],
      };
    }),
    empty: { title: '', text: '', action: null },
    more:
      found.length > SHOWN
        ? [
            {
              href: task === 'decide' ? '/sessions?show=to-decide' : '/sessions',
              label: t('home.session.all', { count: found.length }),
            },
          ]
        : [],
  };
}

/** About a decision one wants to know first whether there are enough people. */
function badgeOf(task: Task, { seats_taken, minimum }: GoingSessionRow, t: Reader['t']) {
  if (task !== 'decide') return { kind: badgeKinds[task], label: t(`home.task.${task}.badge`) };
  return seats_taken >= minimum
    ? { kind: 'success' as const, label: t('home.task.confirm.badge') }
    : { kind: 'error' as const, label: t('home.task.gather.badge') };
}

function mailSection(failed: readonly FailedMessageRow[], { t }: Reader): HomeSection {
  return {
    id: 'mail',
    title: t('home.mail.title'),
    cards: failed.map((message) => ({
      title: message.to_name,
      href: message.session_id === null ? null : `/sessions/${message.session_id}/participants`,
      badge: { kind: 'error', label: t('home.mail.badge') },
      lines: [message.subject, message.provider_answer ?? ''].filter((line) => line !== ''),
      actions: [],
    })),
    empty: { title: '', text: '', action: null },
    more: [],
  };
}

function nothingRead({ t }: Reader): HomeSection {
  return {
    id: 'lists',
    title: t('home.coordinator.lists'),
    cards: [],
    empty: {
      title: t('home.coordinator.noListsTitle'),
      text: t('home.coordinator.noLists'),
      action: { href: '/imports', label: t('home.coordinator.readLists') },
    },
    more: [],
  };
}

function nothingPlanned({ t }: Reader): HomeSection {
  return {
    id: 'sessions',
    title: t('home.coordinator.sessions'),
    cards: [],
    empty: {
      title: t('home.coordinator.emptyTitle'),
      text: t('home.coordinator.empty'),
      action: { href: '/sessions/new', label: t('home.coordinator.schedule') },
    },
    more: [],
  };
}
