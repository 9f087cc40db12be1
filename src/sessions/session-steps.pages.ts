import type { MessageKey } from '../messages.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Actor } from '../shared/actor.js';
import { hindranceOf, type Hindrance } from './enrolment-hindrance.rules.js';
import { afterStep, isToCome, takesEnrolments } from './session-life.rules.js';
import type { SessionRow } from './session.queries.js';

/** Something the reader can do with a session now, and what will happen then. */
export interface NextStep {
  readonly href: string;
  readonly label: string;
  readonly explanation: string;
  /** Whether it is done at once with a button (POST) or on a page of its own (link). */
  readonly isPost: boolean;
  readonly emphasis: 'primary-action' | 'secondary-action';
}

interface Step {
  readonly path: string;
  readonly name: StepName;
  readonly post?: true;
  readonly primary?: true;
}

type StepName =
  | 'open'
  | 'confirm'
  | 'participants'
  | 'ownPeople'
  | 'roster'
  | 'attendance'
  | 'seeAttendance'
  | 'seeCertificates'
  | 'close'
  | 'invite'
  | 'seats'
  | 'edit'
  | 'offer'
  | 'leaveRequest'
  | 'cancel'
  | 'copy'
  | 'repeat'
  | 'enrol'
  | 'wait'
  | 'leaveSeat'
  | 'leaveList'
  | 'otherDates'
  | 'changeDate'
  | 'askForDate'
  | 'calendar'
  | 'wishes'
  | 'shares'
  | 'ownWishes';

/** What this reader can do with this session at this moment, the most likely first. */
export function nextSteps(
  session: SessionRow,
  { role }: Pick<Actor, 'role'>,
  now: Date,
  t: Translate,
): NextStep[] {
  return stepsOf(session, role, now).map(({ path, name, post, primary }) => ({
    href: path,
    label: t(`sessions.step.${name}` satisfies MessageKey),
    explanation: t(`sessions.step.${name}Help` satisfies MessageKey),
    isPost: post === true,
    emphasis: primary ? 'primary-action' : 'secondary-action',
  }));
}

function stepsOf(session: SessionRow, role: Actor['role'], now: Date): Step[] {
  switch (role) {
    case 'coordinator':
      return coordinatorSteps(session, now);
    case 'contact':
      return contactSteps(session, now);
    case 'trainer':
      return session.trainedByReader ? trainerSteps(session, now) : [];
    case 'professional':
      return professionalSteps(session, now);
    case 'finance':
      return [sharesStep(session)];
    default:
      return [];
  }
}

function contactSteps(session: SessionRow, now: Date): Step[] {
  const path = `/sessions/${session.id}/participants`;
  if (session.status === 'cancelled') return [];
  const shares = session.status === 'open' ? [] : [sharesStep(session)];
  return takesEnrolments(session, now)
    ? [{ path, name: 'ownPeople', primary: true }, ...shares]
    : [{ path, name: 'roster' }, ...shares];
}

function sharesStep({ id }: SessionRow): Step {
  return { path: `/sessions/${id}/shares`, name: 'shares' };
}

function coordinatorSteps(session: SessionRow, now: Date): Step[] {
  const at = `/sessions/${session.id}`;
  return [
    ...lifeSteps(session, now),
    ...(session.status === 'cancelled' ? [] : [{ path: `${at}/wishes`, name: 'wishes' } as const]),
    sharesStep(session),
    { path: `${at}/copy`, name: 'copy' },
    { path: `${at}/series`, name: 'repeat' },
  ];
}

function lifeSteps(session: SessionRow, now: Date): Step[] {
  const at = `/sessions/${session.id}`;
  const participants: Step = { path: `${at}/participants`, name: 'participants' };
  const roster: Step = { ...participants, name: 'roster' };
  const canCancel = afterStep(session.status, 'cancel') !== null;
  const seats: Step = { path: `${at}/seats`, name: 'seats' };
  const edit: Step = { path: `${at}/edit`, name: 'edit' };
  const cancel: Step[] = canCancel ? [{ path: `${at}/cancellation`, name: 'cancel' }] : [];
  switch (session.status) {
    case 'draft':
      return [{ path: `${at}/opening`, name: 'open', post: true, primary: true }, edit, seats, ...cancel];
    case 'open':
      return [
        { path: `${at}/confirmation`, name: 'confirm', primary: true },
        participants,
        ...inviteSteps(session, now),
        edit,
        seats,
        ...cancel,
      ];
    case 'confirmed':
      return [
        ...heldSteps(session, now),
        participants,
        ...inviteSteps(session, now),
        ...(isToCome(session, now) ? [seats] : []),
        ...cancel,
      ];
    case 'closed':
      return [
        roster,
        { path: `${at}/attendance`, name: 'seeAttendance' },
        { path: `/certificates?session=${session.id}`, name: 'seeCertificates' },
      ];
    case 'cancelled':
      return [roster];
  }
}

function trainerSteps(session: SessionRow, now: Date): Step[] {
  const at = `/sessions/${session.id}`;
  const roster: Step = { path: `${at}/participants`, name: 'roster' };
  const wishes: Step[] = session.asksWishes ? [{ path: `${at}/wishes`, name: 'wishes' }] : [];
  if (session.status === 'confirmed') return [...heldSteps(session, now), roster, ...wishes];
  return session.status === 'cancelled' ? [] : [roster, ...wishes];
}

/** Attendance is marked from the first start on; the session is closed when its last part is over. */
function heldSteps({ id, firstStartsAt, lastEndsAt }: SessionRow, now: Date): Step[] {
  const ended = now >= lastEndsAt;
  const attendance: Step = { path: `/sessions/${id}/attendance`, name: 'attendance' };
  return [
    ...(now < firstStartsAt ? [] : [ended ? attendance : { ...attendance, primary: true as const }]),
    ...(ended ? [{ path: `/sessions/${id}/closure`, name: 'close', primary: true } as const] : []),
  ];
}

function inviteSteps(session: SessionRow, now: Date): Step[] {
  return session.level === 'follow-up' && takesEnrolments(session, now)
    ? [{ path: `/follow-up/new?session=${session.id}`, name: 'invite' }]
    : [];
}

function professionalSteps(session: SessionRow, now: Date): Step[] {
  const { enrolmentId, asksWishes } = session;
  const open = takesEnrolments(session, now);
  const wishes: Step = { path: `/enrolments/${enrolmentId}/wishes`, name: 'ownWishes' };
  const steps = seatSteps(session, { open, toCome: isToCome(session, now) });
  return open && asksWishes && enrolmentId !== null ? [...steps, wishes] : steps;
}

function seatSteps(session: SessionRow, { open, toCome }: { open: boolean; toCome: boolean }): Step[] {
  const { id, courseTitle, enrolmentId, enrolmentStatus, seatsTaken, capacity, asksWishes } = session;
  const cancel = `/enrolments/${enrolmentId}/cancellation`;
  if (enrolmentStatus === 'waitlisted')
    return open
      ? [{ path: cancel, name: 'leaveList', post: true }]
      : [{ path: listAddress('/sessions', { q: courseTitle }), name: 'otherDates', primary: true }];
  if (enrolmentStatus === 'requested')
    return toCome ? [{ path: cancel, name: 'leaveRequest', post: true }] : [];
  if (enrolmentStatus === 'offered')
    return [{ path: `/enrolments/${enrolmentId}/offer`, name: 'offer', primary: true }];
  if (enrolmentStatus === 'confirmed')
    return [
      { path: `/enrolments/${enrolmentId}/calendar.ics`, name: 'calendar', primary: true },
      ...(toCome ? [{ path: cancel, name: 'leaveSeat', post: true } as const] : []),
    ];
  const name = seatsTaken < capacity ? 'enrol' : 'wait';
  if (!open)
    return toCome
      ? [{ path: listAddress('/sessions', { q: courseTitle }), name: 'otherDates', primary: true }]
      : [];
  const hindrance = hindranceOf(session);
  if (hindrance) return hinderedSteps(session, hindrance);
  const enrol: Step = { path: `/sessions/${id}/enrolment`, name, primary: true };
  return [asksWishes ? enrol : { ...enrol, post: true }];
}

/** What someone can do who would be refused here. */
function hinderedSteps({ courseId, reader }: SessionRow, hindrance: Hindrance): Step[] {
  switch (hindrance) {
    case 'already-in-course':
      return [
        { path: `/enrolments/${reader!.otherEnrolmentId}/transfer`, name: 'changeDate', primary: true },
      ];
    case 'not-invited':
      return [{ path: `/courses/${courseId}`, name: 'askForDate', primary: true }];
    case 'other-organisation':
      return [];
  }
}
