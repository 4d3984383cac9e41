// Two things a page cannot do by itself: listen for changes that the server tells, and print.
document.addEventListener("DOMContentLoaded", () => {
  // data-live: address of a stream of events; data-live-load: what to load into the element when one arrives.
  for (const element of document.querySelectorAll("[data-live]")) {
    const load = () => htmx.ajax("GET", element.dataset.liveLoad, { target: element, swap: "innerHTML" });
    const source = new EventSource(element.dataset.live);
    let connecting = true;
    source.addEventListener("error", () => { connecting = true; });
    source.addEventListener("alive", () => {
      if (connecting) {
        // What happened before this moment was told to nobody here.
        connecting = false;
        load().then(() => { element.dataset.liveReady = "true"; });
      }
    });
    source.addEventListener("changed", () => {
      load();
      if (!document.title.startsWith("●")) {
        document.title = "● " + document.title;
      }
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});
