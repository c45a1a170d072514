// What is told of the connection, in one calm sentence: what is saved, what is not sent yet, what to do. Its wordings stand on the page, in its language.
export class Connection {
  constructor(place, form) {
    this.place = place;
    if (place && !form.contains(place)) form.querySelector(".bar").prepend(place);
  }

  say(what, { n = 0, reason = "", time = false } = {}) {
    const now = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format();
    this.place.hidden = false;
    this.place.dataset.state = what;
    this.place.textContent = this.word(what, { n, reason, time: time ? now : "" });
  }

  word(what, filled = {}) {
    return (this.place.dataset[what] ?? what).replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
  }
}
