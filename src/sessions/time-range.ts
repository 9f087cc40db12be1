/** A stretch of time as PostgreSQL's tstzrange, its end not included. */
export function timeRange(startsAt: Date, endsAt: Date): string {
  return `[${startsAt.toISOString()},${endsAt.toISOString()})`;
}
