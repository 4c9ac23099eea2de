// The site without a network: what the page is made of is kept, and nothing else is asked for.
const NAME = 'fleks-VERSION';
const FILES = ['./', 'index.html', 'fleks.js', 'fleks.css', 'fleks.wasm', 'hour.html', 'fleks-hour.js', 'fleks.html'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
});
