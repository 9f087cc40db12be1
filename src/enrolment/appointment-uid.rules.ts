/** By which calendars know the appointment of one enrolment for one part of the session; it never changes. */
export interface AppointmentOfPart {
  readonly enrolmentId: string;
  /** Of the part. */
  readonly ordinal: number;
}

export function appointmentUid({ enrolmentId, ordinal }: AppointmentOfPart, publicUrl: string): string {
  return `${enrolmentId}-${ordinal}@${new URL(publicUrl).hostname}`;
}

/** The appointment with this uid, or null when the uid is none of ours. */
export function appointmentWith(uid: string, publicUrl: string): AppointmentOfPart | null {
  const [, enrolmentId, ordinal] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,4})@/.exec(uid) ?? [];
  if (!enrolmentId) return null;
  const found = { enrolmentId, ordinal: Number(ordinal) };
  return appointmentUid(found, publicUrl) === uid ? found : null;
}
