// Signing out or leaving erases what an interview keeps on this device, with a connection or without one.
(() => {
  const forget = () => { try { indexedDB.deleteDatabase("panoh-interview"); } catch { /* nothing is kept there */ } };
  document.querySelector('form[action$="/sign-out/"]')?.addEventListener("submit", forget);
  document.getElementById("leave")?.addEventListener("click", forget);
  addEventListener("panoh:leave", forget);
})();

// Leaving quickly: three presses of Escape, or the link, replace this page so that "back" does not bring it up.
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = (event) => { event?.preventDefault(); dispatchEvent(new Event("panoh:leave")); location.replace(link.href); };
  link.addEventListener("click", leave);
  let presses = 0;
  document.addEventListener("keydown", (event) => {
    presses = event.key === "Escape" ? presses + 1 : 0;
    if (presses === 3) leave();
  });
})();

// Numbers of an operation going on: asked for again while the page is looked at. Without this, reloading shows them.
(() => {
  const EVERY = 5000;
  for (const part of document.querySelectorAll("[data-live]")) {
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(part.dataset.live, { credentials: "same-origin", headers: { "X-Live": "1" } });
        if (!answer.ok || answer.redirected) return;
        const fresh = await answer.text();
        if (part.innerHTML !== fresh) part.innerHTML = fresh;
      } catch { /* no network: the numbers shown stay */ }
    }, EVERY);
  }
})();
// A list half taken goes on by itself; without script its button does the same.
document.querySelectorAll("form[data-goes-on]").forEach((form) => setTimeout(() => form.requestSubmit(), 400));
// Nobody touched this screen for two minutes: what it shows is veiled until somebody does. Nothing typed is lost.
(() => {
  const AFTER = 120_000, body = document.body, words = body.dataset.veil;
  if (!words) return;
  const veil = Object.assign(document.createElement("button"), { type: "button", className: "veil", textContent: words, hidden: true });
  body.append(veil);
  let timer;
  const cover = () => { veil.hidden = false; body.classList.add("veiled"); };
  const wait = () => { if (veil.hidden) { clearTimeout(timer); timer = setTimeout(cover, AFTER); } };
  const show = () => { veil.hidden = true; body.classList.remove("veiled"); wait(); };
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll"]) addEventListener(sign, wait, { passive: true });
  veil.addEventListener("click", show); // a touch lifts the veil and presses nothing under it
  addEventListener("keydown", () => { if (!veil.hidden) show(); });
  wait();
})();

// A page put on paper bears who printed it, and is on record as printed.
(() => {
  const mark = document.querySelector("[data-printed]"), token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (!mark || !token) return;
  addEventListener("beforeprint", () => {
    const told = new FormData();
    told.set("csrfmiddlewaretoken", token.value);
    told.set("page", location.pathname);
    navigator.sendBeacon(mark.dataset.printed, told);
  });
})();

// Words marked in a source text are taken over as the quote of a fact; without this they are copied by hand.
(() => {
  const text = document.querySelector("[data-source-text]"), quote = document.querySelector("[data-quote]");
  if (!text || !quote) return;
  text.addEventListener("pointerup", () => {
    const marked = getSelection().toString().trim();
    if (marked) quote.value = marked;
  });
})();

// Beside its facts a source text follows them to the place of the fact that is looked at; without this a press on its words leads there.
(() => {
  const text = document.querySelector(".desk [data-source-text]"), beside = matchMedia("(min-width: 64rem)");
  if (!text) return;
  const cards = [...document.querySelectorAll(".facts-read .card")], number = (id) => id.replace(/^#?(fact|at)-/, "");
  const inView = (card) => { const { top, bottom } = card.getBoundingClientRect(); return bottom > 80 && top < innerHeight; };
  let waits = false;
  const follow = () => {
    waits = false;
    if (!beside.matches) return;
    const seen = cards.filter(inView), card = seen.find((each) => number(each.id) === number(location.hash)) ?? seen[0];
    const place = card && document.getElementById(`at-${number(card.id)}`);
    if (place) text.scrollTop += place.getBoundingClientRect().top - text.getBoundingClientRect().top - 32;
  };
  const soon = () => { if (!waits) { waits = true; requestAnimationFrame(follow); } };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("hashchange", soon);
  soon();
})();
