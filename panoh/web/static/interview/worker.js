// Keeps the questions of an instrument and the files of the pages, never a page that names a person: with a connection every
// page comes from the server; without one, an open interview gets its questions back, empty of what was answered.
const STORE = "panoh-questions", TOO_OLD = 8 * 3600e3;
const QUESTIONS = /^\/screening\/([0-9a-f-]{36})\/questions\/\d+\/$/;
const which = (screening) => `/screening/offline-of/${screening}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says which questions it shows. They are fetched here, without anything of the person.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data).then(() => event.source?.postMessage("kept"))));

async function keep({ screening, shell, files }) {
  const store = await caches.open(STORE);
  await store.put(which(screening), new Response(JSON.stringify({ shell, at: Date.now() })));
  for (const file of [shell, ...files]) {
    const answer = await fetch(file, { credentials: "same-origin", redirect: "error" }).catch(() => null);
    if (answer?.ok) await store.put(file, answer);
  }
}

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  const asked = event.request.mode === "navigate" && pathname.match(QUESTIONS);
  if (asked) event.respondWith(fetch(event.request).catch(() => questions(asked[1])));
  else if (pathname.startsWith("/static/")) event.respondWith(fetch(event.request).catch(() => file(event.request)));
});

async function questions(screening) {
  const store = await caches.open(STORE), note = await store.match(which(screening));
  const { shell, at } = note ? await note.json() : {};
  if (!shell || Date.now() - at > TOO_OLD) return Response.error();
  return (await store.match(shell)) ?? Response.error();
}

async function file(request) {
  return (await (await caches.open(STORE)).match(request)) ?? Response.error();
}
