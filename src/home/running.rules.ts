// The worker looks every half second and wakes a job again after half a minute, so this long means that it stands still.
const BEHIND_AFTER_MS = 2 * 60_000;

/** Whether work that is due has waited so long that no worker can be running. */
export function isWorkerBehind(waitingSince: readonly (Date | null)[], now: Date): boolean {
  return waitingSince.some((since) => since !== null && now.getTime() - since.getTime() > BEHIND_AFTER_MS);
}
