// A page of questions that sends each answer as it is given and keeps it locked while there is no connection.
// Without this script the page is a form like any other.
import { Keep, canKeep } from "./keep.js";
import { Sender } from "./send.js";
import { Connection } from "./connection.js";
import { Clash } from "./clash.js";

const RETRY = 15000, PAUSE = 900;
const given = new Set(); // what was answered on this page since it was opened
let down = false; // whether the last try to send met no server
let able = true; // whether this device can keep an answer
const [, screening, number] = location.pathname.match(/screening\/([0-9a-f-]{36})\/questions\/(\d+)/) ?? [];
const section = document.querySelector(`section[data-page="${number}"]`);
if (section) section.hidden = false;
const form = section ? section.querySelector("form.asking") : document.querySelector("form.asking");
const connection = new Connection(document.getElementById("connection"), form);
const here = (about) => about === form.dataset.about || about === "note";
const field = (about) => form.querySelector(about === "note" ? "[name$=note]" : "[name$=said]");
const radios = (item) => [...form.querySelectorAll(`[name="${CSS.escape(item)}"]`)];
const seenField = (item) => form.querySelector(`[name="${CSS.escape(`seen-${item}`)}"]`);
const isQuestion = (input) => input.type === "radio" && input.closest("[data-item]");

function lost(yes) {
  down = yes;
  document.getElementById("no-connection")?.toggleAttribute("hidden", !yes);
}

// Gives whoever sends the answers, or nothing where this device can keep none: then the form is a form like any other.
async function begin() {
  if (!canKeep()) return bare();
  const keep = await Keep.open(form.dataset.officer ?? "");
  const clash = new Clash(connection, (change) => sender.add(change));
  const sender = new Sender(keep, { screening, version: form.dataset.version, told: {
    taken: (change, body) => { lost(false); if (here(change.about) && body.mark) field(change.about).form.elements[`${field(change.about).name}_seen`].value = body.mark; },
    settled: (left) => (left ? connection.say("conflict") : connection.say("saved", { time: true })),
    notReached: (left) => { lost(true); connection.say("kept", { n: left }); },
    signedOut: (left, body) => connection.say(body.reason ? "refused" : "out", { n: left, reason: body.reason }),
    refused: (change, status, body) => (status === 409 ? show(change, body) : connection.say("refused", { reason: `${body.reason} ${body.way_forward}` })),
  } });
  const show = (change, body) => { if (change.about === undefined ? radios(change.item).length : here(change.about)) clash.show(form, change, body, { keep, screening }); else connection.say("conflict"); };

  await restore(keep);
  keepTheShell();
  if ((await keep.list(screening)).length) sender.flush();
  setInterval(async () => { if ((await keep.list(screening)).some((each) => !each.held)) sender.flush(); }, RETRY);
  addEventListener("online", () => sender.flush());
  addEventListener("offline", () => connection.say("offline"));
  return sender;
}

function bare() {
  able = false;
  connection.say("bare");
}

// What was given before the browser closed or the connection broke stands on the page again. What has to be chosen is asked again.
async function restore(keep) {
  const kept = await keep.list(screening);
  for (const change of kept) {
    if (change.held) await keep.put(screening, { ...change, held: false }, change.order);
    if (given.has(change.about ?? change.item)) continue; // the newer answer stands
    if (change.about !== undefined && here(change.about)) { field(change.about).value = change.text; field(change.about).closest("details").open = true; }
    else for (const radio of radios(change.item)) radio.checked = radio.value === change.value;
  }
  if (kept.length) connection.say("restored", { n: kept.length });
}

// From the first moment: an answer given while the page still opens what it kept waits for the sender and is not lost.
function listen(ready) {
  const late = new Map();
  const add = async (change) => (await ready)?.add(change);
  const give = (input) => {
    given.add(input.name);
    const seen = seenField(input.name), was = form.dataset.offline ? undefined : seen.value;
    seen.value = input.value;
    return add({ item: input.name, value: input.value, seen: was });
  };
  const write = (about) => {
    clearTimeout(late.get(about)); late.delete(about);
    given.add(about);
    const text = field(about), seen = form.elements[`${text.name}_seen`];
    return add({ about, text: text.value, seen: seen.value });
  };
  for (const input of form.querySelectorAll("[type=radio]:checked")) if (isQuestion(input) && !input.defaultChecked) give(input); // before this script ran
  form.addEventListener("change", (event) => { if (isQuestion(event.target)) give(event.target); });
  form.addEventListener("input", ({ target }) => {
    if (target.tagName !== "TEXTAREA") return;
    const about = target.name.endsWith("note") ? "note" : form.dataset.about;
    clearTimeout(late.get(about));
    late.set(about, setTimeout(() => write(about), PAUSE));
  });
  form.addEventListener("submit", (event) => {
    for (const about of late.keys()) write(about);
    const wish = event.submitter?.value;
    if (!able || (!down && navigator.onLine && !form.dataset.offline)) return ready.then(leave); // the form itself carries the whole page
    event.preventDefault();
    const to = Math.max(1, Number(number) + (wish === "back" ? -1 : 1));
    if (wish === "next" || wish === "back") location.assign(location.pathname.replace(/\d+\/$/, `${to}/`));
    else ready.then((sender) => sender?.flush());
  });
}

// With a connection the form shows what clashes and takes the choice: what was held back here is carried by it.
async function leave(sender) {
  for (const each of (await sender?.waiting()) ?? []) {
    const mine = each.about === undefined ? radios(each.item).length : here(each.about);
    if (each.held && mine) await sender.keep.remove(each.order);
  }
}

// The worker keeps the questions without a person and the files of this page, so that a reload needs no connection.
async function keepTheShell() {
  if (!form.dataset.worker || !navigator.serviceWorker) return;
  const files = performance.getEntriesByType("resource").map((each) => each.name).filter((name) => new URL(name).pathname.startsWith("/static/"));
  navigator.serviceWorker.addEventListener("message", () => { form.dataset.kept = "on"; });
  await navigator.serviceWorker.register(form.dataset.worker);
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ screening, shell: form.dataset.shell, files });
}

listen(begin().catch(bare));
