// One change after the other, in the order they were made, each until the server says it has it. A repeat does nothing
// twice there: every change carries a mark of its own.
const cookie = (name) => document.cookie.split("; ").find((each) => each.startsWith(`${name}=`))?.split("=")[1];
const token = () => cookie("__Host-csrftoken") ?? cookie("csrftoken") ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

export class Sender {
  constructor(keep, { screening, version, told }) {
    Object.assign(this, { keep, screening, version, told, busy: null, marks: {} });
  }

  // Puts a change in the queue. A text not sent yet is replaced by the newer text about the same; answers all stay.
  async add(change) {
    const waiting = await this.keep.list(this.screening);
    const older = change.about === undefined ? null : waiting.find((each) => each.about === change.about && !each.sending);
    if (older) await this.keep.remove(older.order);
    const seen = older && !change.chosen ? older.seen : change.seen;
    await this.keep.put(this.screening, { ...change, seen, id: crypto.randomUUID() });
    return this.flush();
  }

  // A flush that is asked for while one runs goes on after it, so that nothing added meanwhile is left.
  flush() {
    this.busy = (this.busy ?? Promise.resolve()).then(() => this.#sendAll());
    return this.busy;
  }

  async waiting() { return this.keep.list(this.screening); }

  async #sendAll() {
    for (const change of await this.keep.list(this.screening)) {
      if (change.held) continue; // the officer has to choose first
      const done = await this.#send(change);
      if (!done) return;
    }
    await this.told.settled((await this.keep.list(this.screening)).length);
  }

  // Whether the next one may go: false where the server is not reached, or nobody is signed in.
  async #send(change) {
    const { order, ...kept } = change;
    let answer, body;
    try {
      answer = await fetch(`/api/screening/${this.screening}/${change.about === undefined ? "answers" : "words"}`, {
        method: "POST", credentials: "same-origin", signal: AbortSignal.timeout(20000),
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() }, body: JSON.stringify(this.#body(change)),
      });
      body = await answer.json().catch(() => ({}));
    } catch {
      await this.told.notReached((await this.keep.list(this.screening)).length);
      return false;
    }
    if (answer.ok) {
      await this.keep.remove(order);
      if (body.mark) this.marks[change.about] = body.mark;
      this.told.taken(change, body);
    } else if (answer.status === 409 || (answer.status === 422 && body.reason)) {
      await this.keep.put(this.screening, { ...kept, held: true }, order);
      this.told.refused({ ...change, held: true }, answer.status, body);
    } else {
      const left = (await this.keep.list(this.screening)).length;
      await (answer.status === 401 || answer.status === 403 ? this.told.signedOut(left, body) : this.told.notReached(left));
      return false;
    }
    return true;
  }

  #body(change) {
    if (change.about !== undefined) {
      return { text: change.text, about: change.about, seen: this.marks[change.about] ?? change.seen ?? "", change: change.id };
    }
    const seen = change.seen === undefined ? {} : { [change.item]: change.seen };
    return { answers: { [change.item]: change.value || "not_asked" }, seen, version: this.version, change: change.id };
  }
}
