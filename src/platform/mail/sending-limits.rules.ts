/** How much mail may leave in a minute, to one domain and to all; null where there is no limit. */
export interface SendingLimits {
  readonly perMinute: number | null;
  readonly perDomain: number | null;
}

/** What left in the last minute, by domain. */
export type SentLately = ReadonlyMap<string, number>;

/** The domains that get nothing more in this minute. */
export function exhaustedDomains(lately: SentLately, { perDomain }: SendingLimits): string[] {
  return [...lately].filter(([, sent]) => perDomain !== null && sent >= perDomain).map(([domain]) => domain);
}

/** Those of the mails in line that may leave now, first come first served; what is left waits for the next minute. */
export function withinLimits<Mail extends { readonly domain: string }>(
  inLine: readonly Mail[],
  lately: SentLately,
  { perMinute, perDomain }: SendingLimits,
): Mail[] {
  const sent = new Map(lately);
  let total = [...lately.values()].reduce((sum, count) => sum + count, 0);
  return inLine.filter(({ domain }) => {
    const toDomain = sent.get(domain) ?? 0;
    if (total >= (perMinute ?? Infinity) || toDomain >= (perDomain ?? Infinity)) return false;
    sent.set(domain, toDomain + 1);
    total += 1;
    return true;
  });
}
