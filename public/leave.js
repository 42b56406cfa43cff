// "Leave this page": blanks the page in the same task as the click or the third Shift, tells every other tab, and
// puts /leave, which clears this site's data, in place of the page in the tab's history.
(() => {
  const pressesToLeave = 3;
  const longestPauseMs = 5000;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : undefined;

  let isLeaving = false;
  let presses = 0;
  let lastPressAt = 0;
  let isShiftAlone = false;

  document.addEventListener("click", leaveOnClick, true);
  document.addEventListener("keydown", noteKeyDown, true);
  document.addEventListener("keyup", countShift, true);
  document.addEventListener("pointerdown", startOver, true);
  window.addEventListener("pageshow", checkReturn);
  tabs?.addEventListener("message", leave);

  function leaveOnClick(event) {
    if (!event.target.closest?.("[data-leave]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
    tabs?.postMessage("leave");
  }

  function leave() {
    isLeaving = true;
    blank();
    window.location.replace("/leave");
  }

  function blank() {
    document.documentElement.hidden = true;
    document.body?.replaceChildren();
  }

  // Shift counts when it goes down and up with nothing in between: a capital letter or Shift+Tab is no press.
  function noteKeyDown(event) {
    if (event.key === "Shift") {
      if (!event.repeat) isShiftAlone = !(event.ctrlKey || event.altKey || event.metaKey);
    } else {
      startOver();
    }
  }

  function countShift(event) {
    if (event.key !== "Shift" || !isShiftAlone) return;
    isShiftAlone = false;
    if (event.timeStamp - lastPressAt > longestPauseMs) presses = 0;
    lastPressAt = event.timeStamp;
    presses += 1;
    if (presses < pressesToLeave) return say(presses === 1 ? "twoMore" : "oneMore");
    leave();
    tabs?.postMessage("leave");
  }

  function startOver() {
    presses = 0;
    isShiftAlone = false;
  }

  function say(which) {
    const status = document.querySelector("[data-leave-status]");
    if (status) status.textContent = status.dataset[which];
  }

  // A page that Back brings out of the browser's memory was drawn for somebody who may have left since.
  function checkReturn(event) {
    if (!event.persisted) return;
    blank();
    if (isLeaving) window.location.replace("/leave");
    else window.location.reload();
  }
})();
