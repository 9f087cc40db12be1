/**
 * Keeps the page for the door and its files on the device, so that it opens without network. Nothing of a person goes
 * through here: the lists are fetched by the page, which keeps them encrypted. The server puts VERSION and FILES above.
 */
/* global VERSION, FILES */

const CACHE = `check-in-${VERSION}`;

self.addEventListener('install', (event) => {
  // Past the browser's own cache: the page and its files must be of one version.
  const requests = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(requests))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('check-in-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET') return;
  if (FILES.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(kept(event.request));
});

/** What is kept, or else what the network gives, which is then kept: files under /assets/ never change. */
async function kept(request) {
  const found = await caches.match(request, { ignoreSearch: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
