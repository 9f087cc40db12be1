import { setImmediate as nextLoop } from 'node:timers/promises';
import { Arrivals } from '../../src/platform/web/arrivals.js';

/** Hundreds of requests in the same moment, with an answer of the database that comes in meanwhile. */
async function rush(requests: number): Promise<(number | 'answer')[]> {
  const arrivals = new Arrivals();
  const heard: (number | 'answer')[] = [];
  setImmediate(() => heard.push('answer'));
  for (let request = 0; request < requests; request++) arrivals.letIn(() => heard.push(request));
  while (heard.length < requests + 1) await nextLoop();
  return heard;
}

test('what the database answers to the first requests of a rush is heard before the last are let in', async () => {
  const heard = await rush(100);
  expect(heard.indexOf('answer')).toBe(32);
});

test('everyone is let in once, in order of arrival', async () => {
  const heard = await rush(500);
  expect(heard.filter((one) => one !== 'answer')).toEqual(Array.from({ length: 500 }, (_, index) => index));
});

test('who arrives while others wait comes after them', async () => {
  const arrivals = new Arrivals();
  const heard: number[] = [];
  for (let request = 0; request < 40; request++) arrivals.letIn(() => heard.push(request));
  await nextLoop();
  for (let request = 40; request < 120; request++) arrivals.letIn(() => heard.push(request));
  while (heard.length < 120) await nextLoop();
  expect(heard).toEqual(Array.from({ length: 120 }, (_, index) => index));
});

test('a request that comes alone is let in at once', () => {
  let isLetIn = false;
  new Arrivals().letIn(() => (isLetIn = true));
  expect(isLetIn).toBe(true);
});
