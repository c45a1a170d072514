// Leaving quickly: three presses of Escape, or the link, replace this page so that "back" does not bring it up.
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = (event) => { event?.preventDefault(); location.replace(link.href); };
  link.addEventListener("click", leave);
  let presses = 0;
  document.addEventListener("keydown", (event) => {
    presses = event.key === "Escape" ? presses + 1 : 0;
    if (presses === 3) leave();
  });
})();
// A list half taken goes on by itself; without script its button does the same.
document.querySelectorAll("form[data-goes-on]").forEach((form) => setTimeout(() => form.requestSubmit(), 400));
