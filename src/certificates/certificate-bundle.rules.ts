import { safeFileName } from '../shared/file-name.js';

/** What one ZIP or one print holds at most. */
export const MOST_AT_ONCE = 2_000;

/** The name of a certificate's file among those of others: whose it is first, and nothing that a file system refuses. */
export function memberName({
  professionalName,
  number,
}: {
  readonly professionalName: string;
  readonly number: string;
}): string {
  return [safeFileName(professionalName, 80), `${number}.pdf`].filter(Boolean).join(' ');
}
