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
  const safe = professionalName
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .trim();
  return [[...safe].slice(0, 80).join('').trim(), `${number}.pdf`].filter(Boolean).join(' ');
}
