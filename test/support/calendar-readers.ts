import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { isHere } from './programs.js';

/** What a calendar program takes from one appointment in a file. */
interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
}

interface ReadFile {
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

/** Reads a calendar file as one family of programs does. */
export type CalendarReader = (file: string) => ReadFile;

/** ical.js takes the zone from the file itself, as Outlook does. */
export const byIcalJs: CalendarReader = (file) => {
  const calendar = ICAL.Component.fromString(file);
  const events = calendar.getAllSubcomponents('vevent').map((vevent) => {
    const instant = (name: string) =>
      (vevent.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();
    return {
      uid: String(vevent.getFirstPropertyValue('uid')),
      sequence: Number(vevent.getFirstPropertyValue('sequence')),
      status: String(vevent.getFirstPropertyValue('status')),
      ...{ start: instant('dtstart'), end: instant('dtend') },
    };
  });
  return { method: String(calendar.getFirstPropertyValue('method')), events };
};

// Debian's own Python: another one that comes first on the PATH does not have Debian's packages.
const PYTHON = '/usr/bin/python3';
const READ = `
import json, sys
from datetime import timezone
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
# Of the same name as a zone that Python knows, so it would take its own: what the file says must be right too.
zone = calendar.walk('VTIMEZONE')[0].to_tz()
def instant(event, name):
    time = event.decoded(name)
    by_file = zone.localize(time.replace(tzinfo=None)).astimezone(timezone.utc)
    by_name = time.astimezone(timezone.utc)
    if by_file != by_name: raise ValueError('%s by the zone in the file, %s by its name' % (by_file, by_name))
    return by_name.strftime('%Y-%m-%dT%H:%M:%S.000Z')
print(json.dumps({'method': str(calendar['METHOD']), 'events': [
    {'uid': str(e['UID']), 'sequence': int(e['SEQUENCE']), 'status': str(e['STATUS']),
     'start': instant(e, 'DTSTART'), 'end': instant(e, 'DTEND')} for e in calendar.walk('VEVENT')]}))
`;

/** Whether python3-icalendar, which comes with the operating system, is here. */
export const pythonIsHere = isHere(
  'python3-icalendar',
  spawnSync(PYTHON, ['-c', 'import icalendar']).status === 0,
);

/** icalendar of Python takes the zone by its name. */
export const byPython: CalendarReader = (file) => {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', READ], { input: file, encoding: 'utf8' });
  if (status !== 0) throw new Error(`icalendar cannot read this: ${stderr}`);
  return JSON.parse(stdout) as ReadFile;
};

/** A calendar after these files came in one by one: newer versions replace older ones, what is cancelled goes. */
export function calendarAfter(
  files: readonly string[],
  read: CalendarReader,
): ReadonlyMap<string, ReadEvent> {
  const kept = new Map<string, ReadEvent>();
  for (const { method, events } of files.map(read))
    for (const event of events) {
      const before = kept.get(event.uid);
      if (before && event.sequence <= before.sequence) continue;
      if (method === 'CANCEL') kept.delete(event.uid);
      else kept.set(event.uid, event);
    }
  return kept;
}
