// Signing out or leaving erases what an interview keeps on this device, with a line or without one.
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
