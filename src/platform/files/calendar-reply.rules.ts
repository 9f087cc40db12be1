export const calendarAnswers = ['accepted', 'declined', 'tentative'] as const;
export type CalendarAnswer = (typeof calendarAnswers)[number];

/** What someone answered to an appointment (RFC 5546, 3.2.3). */
export interface CalendarReply {
  readonly uid: string;
  /** The address of who answers, in lower case. */
  readonly attendee: string;
  readonly answer: CalendarAnswer;
  /** The version of the appointment that is answered. */
  readonly sequence: number;
  /** When it was answered by the clock of the sender; null where that makes no sense. */
  readonly stampedAt: Date | null;
  readonly hasComment: boolean;
}
