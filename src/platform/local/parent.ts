const LONGEST_STOP_MS = 10_000;
const LOOK_EVERY_MS = 250;

/**
 * Lets this process stop, as on SIGTERM, when the process that started it is gone, so that a killed
 * `npm start` leaves nothing behind. Without such a parent (production) it does nothing.
 */
export function exitWithParent(): void {
  // Gone before we came to ask: Node then says false, and undefined where there never was a parent.
  if (process.connected === false) stopSoon();
  process.once('disconnect', stopSoon);
  // The channel alone must not keep a process alive that has finished stopping.
  process.channel?.unref();
}

/**
 * Calls back when the shell that npm put between itself and this process has gone: npm hands SIGTERM on to that
 * shell alone.
 */
export function whenShellEnds(act: () => void): void {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && act(), LOOK_EVERY_MS).unref();
}

function stopSoon(): void {
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}
