// A colleague answered or wrote otherwise: both stand side by side and the officer chooses. Nothing is overwritten.
export class Clash {
  constructor(connection, add) { Object.assign(this, { connection, add }); }

  show(form, change, body, { keep, screening }) {
    const theirs = body.theirs?.[change.item ?? change.about] ?? {};
    const place = change.about === undefined
      ? form.querySelector(`[data-item="${CSS.escape(change.item)}"]`)
      : form.querySelector(change.about === "note" ? "[name$=note]" : "[name$=said]").parentElement;
    place.querySelector(".clash")?.remove();
    const box = Object.assign(document.createElement("div"), { className: "clash note", role: "alert" });
    const settle = async (chosen) => {
      box.remove();
      for (const each of await keep.list(screening)) if (each.id === change.id) await keep.remove(each.order);
      await this.add({ ...chosen, chosen: true });
    };
    if (!body.theirs) { // not shown before it was said what for, and opening the page asks that; what was given here is kept until then
      box.append(this.#text(`${body.reason} ${body.way_forward}`), this.#button(this.connection.word("anew"), () => location.reload()));
    } else box.append(...(change.about === undefined ? this.#answers(place, change, theirs, settle) : this.#words(change, theirs, settle)));
    place.append(box);
    this.connection.say("conflict");
  }

  #answers(place, change, theirs, settle) {
    const word = (value) => this.connection.word(value || "not_asked");
    const pick = (value) => () => {
      for (const radio of place.querySelectorAll("[type=radio]")) radio.checked = radio.value === value;
      settle({ item: change.item, value, seen: theirs.value });
    };
    return [
      this.#text(this.connection.word("theirs", { officer: theirs.officer, answer: word(theirs.value) })),
      this.#button(this.connection.word("mine", { answer: word(change.value) }), pick(change.value)),
      this.#button(this.connection.word("take", { answer: word(theirs.value) }), pick(theirs.value)),
    ];
  }

  #words(change, theirs, settle) {
    return [
      this.#text(this.connection.word("wrote")), this.#text(theirs.text ?? ""),
      this.#button(this.connection.word("keep"), () => settle({ about: change.about, text: change.text, seen: theirs.mark })),
    ];
  }

  #text(text) { return Object.assign(document.createElement("p"), { className: "said", textContent: text }); }

  #button(text, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: text });
    made.addEventListener("click", act);
    return made;
  }
}
