import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { blankAsNull } from '../platform/web/fields.js';
import { readForm } from '../platform/web/forms.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { withSlot } from './free-slot.pages.js';
import { fieldOfClash, nothingWrong, planIssues, type PlanIssues } from './plan-issues.js';
import { PlanningQueries, type CourseChoice } from './planning.queries.js';
import { SessionCopyQueries, type SessionTemplate } from './session-copy.queries.js';
import { planOf, sessionForm } from './session-plan-form.pages.js';
import { withOneMorePart, type PlanChoices } from './session-plan.pages.js';
import type { SessionPlan } from './session-plan.rules.js';

/** What the form sent, whatever it is, and whether the button for one more part was pressed. */
const sentForm = z.looseObject({
  courseId: z.uuid(),
  like: blankAsNull(z.uuid()).default(null),
  then: z.string().catch('schedule'),
});

/** A form to show again: to put right, or with one part more. */
export interface FormAgain {
  readonly choices: PlanChoices;
  readonly values: Record<string, unknown>;
  readonly wrong: PlanIssues;
  /** The session it is filled in like. */
  readonly like: SessionTemplate | null;
}

/** The form with which a session is scheduled, on whatever page it stands. */
@Injectable()
export class ScheduleForm {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionCopyQueries) private readonly copies: SessionCopyQueries,
  ) {}

  /** What the course suggests for a session. @throws DomainError 'not-found', also for a course that is given no more */
  async course(actor: Actor, courseId: string): Promise<CourseChoice> {
    const course = await this.planning.course(actor, courseId);
    if (!course) throw new DomainError('not-found');
    return course;
  }

  /** What there is to choose from. @throws DomainError 'not-found', as `course` does */
  async choices(actor: Actor, courseId: string): Promise<PlanChoices> {
    const course = await this.course(actor, courseId);
    const thisYear = Number(localDateOf(this.clock.now()).slice(0, 4));
    return {
      course,
      payers: await this.planning.payers(actor, courseId, thisYear),
      rooms: await this.planning.rooms(actor),
      trainers: await this.planning.trainers(actor),
    };
  }

  /** Saves the plan that was sent, and answers the new session's id; or else the form to show again. */
  async answer(
    actor: Actor,
    filledIn: unknown,
    { locale, t }: { readonly locale: Locale; readonly t: Translate },
    save: (plan: SessionPlan) => Promise<string>,
  ): Promise<string | FormAgain> {
    const body = withSlot(filledIn);
    const sent = readForm(sentForm, body);
    if (!sent.ok) throw new InvalidInput(sent.issues);
    const { courseId, like: likeId } = sent.value;
    const choices = await this.choices(actor, courseId);
    const like = likeId === null ? null : await this.copies.templateFor(actor, likeId, courseId);
    if (sent.value.then === 'add-part')
      return { choices, values: withOneMorePart(sent.value), wrong: nothingWrong, like };
    const form = readForm(sessionForm, body);
    if (!form.ok) {
      const wrong = { issues: validationMessages(form.issues, t), slots: [] };
      return { choices, values: sent.value, wrong, like };
    }
    const today = localDateOf(this.clock.now());
    try {
      return await save(planOf(form.value, choices.course, today, like?.plan ?? null));
    } catch (error) {
      const wrong = planIssues(error, locale, t, (clash) => `parts.${clash.part}.${fieldOfClash(clash)}`);
      return { choices, values: sent.value, wrong, like };
    }
  }
}
