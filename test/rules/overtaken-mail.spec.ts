import { overtakenBy } from '../../src/enrolment/overtaken-mail.rules.js';

/** Whether mail that was written for this reason, and has not left, is sent no more after that news. */
function overtakes(news: string, older: string): boolean {
  const found = overtakenBy(news);
  return found !== null && (found.reasons === null || found.reasons.includes(older));
}

const ANY = ['enrolment.requested', 'enrolment.waitlisted', 'enrolment.offered', 'enrolment.confirmed'];

test.each(['enrolment.cancelled', 'session.cancelled'])('after %s nothing older is of use', (news) => {
  for (const older of [...ANY, 'session.moved', 'reminder.due']) expect(overtakes(news, older)).toBe(true);
});

test.each(['session.moved', 'session.changed'])(
  '%s takes the place of what told an earlier time, and of nothing that says more than when and where',
  (news) => {
    for (const older of ['session.moved', 'session.changed', 'reminder.due'])
      expect(overtakes(news, older)).toBe(true);
    for (const older of ANY) expect(overtakes(news, older)).toBe(false);
  },
);

test('a place or a seat takes the place of the steps before it, and not the other way round', () => {
  for (const [index, news] of ANY.entries())
    for (const [before, older] of ANY.entries())
      if (before >= index) expect(overtakes(news, older)).toBe(false);
  for (const older of ANY.slice(0, 3)) expect(overtakes('enrolment.confirmed', older)).toBe(true);
  expect(overtakes('enrolment.offered', 'enrolment.requested')).toBe(true);
});

test('an offer leaves the news of waiting alone: who does not take it goes on waiting', () => {
  expect(overtakes('enrolment.offered', 'enrolment.waitlisted')).toBe(false);
});
