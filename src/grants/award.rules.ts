import type { CourseLevel } from '../courses/course-level.rules.js';

/** Who pays a line: the state by its grant, or the municipalities themselves as they promised. */
export type LinePayer = 'grant' | 'own';

/** What a line of an award gives one municipality, in whole cents. */
export interface AwardedBudget {
  readonly municipalityId: string;
  readonly amountCents: bigint;
  readonly isDemo: boolean;
}

/** A line of a grant as it was awarded: what a level of training or something else gets in one year. */
export interface AwardedLine {
  readonly year: number;
  /** By which lists name it, once in a year. */
  readonly code: string;
  readonly title: string;
  /** The level whose trainings it pays; null for something else. */
  readonly level: CourseLevel | null;
  readonly paidBy: LinePayer;
  readonly budgets: readonly AwardedBudget[];
}

/** How many trainings of a course a municipality was awarded for one year. */
export interface AwardedTrainings {
  readonly year: number;
  readonly municipalityId: string;
  readonly courseId: string;
  readonly trainings: number;
  readonly isDemo: boolean;
}
