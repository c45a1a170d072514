// Passkeys: the browser asks the key what the house asked it, and sends back what the key said. Nothing is kept here.
(() => {
  const known = () => Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && navigator.credentials);
  class Refused extends Error {}
  const send = async (form, address, body) => {
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(address, {
      method: "POST", credentials: "same-origin", body: JSON.stringify(body),
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    });
    if (!answer.ok) throw new Refused((await answer.json().catch(() => ({}))).reason);
    return answer.json();
  };
  const told = (form, which) => { form.querySelectorAll("[role=alert]").forEach((each) => { each.hidden = !each.matches(which); }); };
  const on = (form, act) => form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!known()) return told(form, form.querySelector("[data-unknown]") ? "[data-unknown]" : "[data-failed]");
    told(form, "none");
    const failed = form.querySelector("[data-failed]");
    failed.dataset.failed ||= failed.textContent; // at the door no reason is given
    try { await act(); } catch (wrong) {
      failed.textContent = (form.dataset.newPasskey && wrong instanceof Refused && wrong.message) || failed.dataset.failed;
      told(form, "[data-failed]");
    }
  });

  const proving = document.querySelector("[data-passkey]");
  on(proving, async () => {
    const asked = await send(proving, proving.dataset.passkey, {});
    if (asked.to) return location.assign(asked.to);
    const key = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
    location.assign((await send(proving, proving.dataset.passkey, { answer: key.toJSON() })).to);
  });

  const adding = document.querySelector("[data-new-passkey]");
  on(adding, async () => {
    const asked = await send(adding, adding.dataset.newPasskey, {});
    const key = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) });
    const given = { name: adding.elements.name.value, password: adding.elements.password.value, answer: key.toJSON() };
    await send(adding, `${adding.dataset.newPasskey}/confirm`, given);
    location.reload();
  });
})();
