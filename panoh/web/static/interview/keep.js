// What is not sent yet, locked on this device: AES-GCM under a key that no script can read out, bound to one officer.
// Erased when the server has it, on signing out, when another officer comes, and after HOURS.
const NAME = "panoh-interview", HOURS = 8;
const bytes = (text) => new TextEncoder().encode(text);
const asked = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });

export const canKeep = () => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB);

function database() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("desk", { keyPath: "name" });
    request.result.createObjectStore("changes", { keyPath: "order", autoIncrement: true });
  };
  return asked(request);
}

export class Keep {
  // `officer` is empty without a connection: then whoever signed in last on this device goes on.
  static async open(officer) {
    const keep = new Keep();
    keep.db = await database();
    keep.db.onversionchange = () => keep.db.close(); // signing out in another window erases it all
    let desk = await asked(keep.store("desk").get("desk"));
    const stale = desk && (Date.now() - desk.at > HOURS * 3600e3 || (officer && desk.officer !== officer));
    if (stale) { await keep.erase(); desk = undefined; }
    if (!desk) {
      if (!officer) throw new Error("nobody is signed in on this device");
      const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      desk = { name: "desk", officer, key, at: Date.now() };
      await asked(keep.store("desk", "readwrite").put(desk));
    }
    keep.desk = desk;
    return keep;
  }

  store(name, mode = "readonly") { return this.db.transaction(name, mode).objectStore(name); }

  async erase() {
    const both = this.db.transaction(["desk", "changes"], "readwrite");
    both.objectStore("desk").clear();
    both.objectStore("changes").clear();
    await new Promise((done) => { both.oncomplete = done; });
  }

  lock(screening) { return bytes(`${this.desk.officer}|${screening}`); }

  async put(screening, change, order) {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const way = { name: "AES-GCM", iv: nonce, additionalData: this.lock(screening) };
    const sealed = await crypto.subtle.encrypt(way, this.desk.key, bytes(JSON.stringify(change)));
    const row = { screening, nonce, sealed, ...(order ? { order } : {}) };
    const kept = await asked(this.store("changes", "readwrite").put(row));
    this.desk = { ...this.desk, at: Date.now() };
    await asked(this.store("desk", "readwrite").put(this.desk));
    return kept;
  }

  // In the order they were made. What does not open is of another key, and worth nothing.
  async list(screening) {
    const rows = (await asked(this.store("changes").getAll())).filter((row) => row.screening === screening);
    const opened = [];
    for (const row of rows) {
      const way = { name: "AES-GCM", iv: row.nonce, additionalData: this.lock(screening) };
      const text = await crypto.subtle.decrypt(way, this.desk.key, row.sealed).catch(() => null);
      if (text) opened.push({ order: row.order, ...JSON.parse(new TextDecoder().decode(text)) });
      else await this.remove(row.order);
    }
    return opened;
  }

  async remove(order) { await asked(this.store("changes", "readwrite").delete(order)); }
}
