// What a page cannot do by itself: listen for changes that the server tells, print, and send a file as it is.
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
  // data-upload: the file goes as it is, not wrapped in a form, so that the server can store it piece by piece.
  for (const form of document.querySelectorAll("form[data-upload]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const file = form.elements.file.files[0];
      const told = document.getElementById(form.dataset.upload);
      if (!file) {
        return;
      }
      form.querySelector("button").disabled = true;
      told.textContent = form.dataset.sending;
      const answer = await fetch(form.action, {
        method: "POST",
        body: file,
        headers: {
          "Content-Type": /json$/.test(file.name) ? "application/x-ndjson" : "text/csv",
          "Idempotency-Key": crypto.randomUUID ? crypto.randomUUID() : String(Date.now()) + Math.random(),
          "X-Form-Token": form.elements.formToken.value,
        },
      });
      if (answer.ok) {
        location.assign(answer.headers.get("Location"));
        return;
      }
      const refusal = new DOMParser().parseFromString(await answer.text(), "text/html");
      told.replaceChildren(...[...refusal.querySelectorAll("main h1, main .lead")].map((part) => {
        const line = document.createElement("p");
        line.textContent = part.textContent;
        return line;
      }));
      form.querySelector("button").disabled = false;
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});
