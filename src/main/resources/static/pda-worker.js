// Keeps the picker's page within reach where there is no network: the network first, else what it said last.
const KEPT = 'ordo-pda-1';

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  const kept = url.pathname === '/pda/pick' || /\.(js|css|svg|woff2)$/.test(url.pathname);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !kept) return;
  event.respondWith(answered(event.request));
});

async function answered(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    return answer;
  } catch (unreachable) {
    return await cache.match(request) || Response.error();
  }
}
