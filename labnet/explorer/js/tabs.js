// The panels beside the map, one at a time: loss, weight, example, hidden space.

/** The panel that was chosen, or the loss where the page leaves that one out. */
function shownPanel({ root, model }) {
  const chosen = model.get("panel");
  return root.querySelector(`[data-panel="${chosen}"]`) ? chosen : "loss";
}

function listenToTabs(view) {
  const { nodes: { tabs }, root } = view;
  const panels = [...root.querySelectorAll("[data-panel]")];
  for (const tab of tabs.children)
    tab.addEventListener("click", () => view.set("panel", tab.dataset.tab));
  tabs.addEventListener("keydown", (event) => moveTab(view, event));
  view.follow(["panel"], () => {
    const shown = shownPanel(view);
    for (const tab of tabs.children) {
      tab.ariaSelected = tab.dataset.tab === shown;
      tab.tabIndex = tab.dataset.tab === shown ? 0 : -1;
    }
    for (const panel of panels) panel.hidden = panel.dataset.panel !== shown;
    view.schedule("loss", "panels");
  });
}

/** The arrow keys go from tab to tab, as in every list of tabs. */
function moveTab(view, event) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  event.stopPropagation();
  const all = [...view.nodes.tabs.children];
  const next = all.at((all.indexOf(event.target) + by) % all.length);
  next.focus();
  view.set("panel", next.dataset.tab);
}

/** A sheet that unfolds over the pictures closes when something else is used, or with Escape. */
function listenToSheets({ root }) {
  const sheets = [...root.querySelectorAll("details")];
  const close = (event, act) => {
    for (const sheet of sheets)
      if (sheet.open && act(sheet, event)) sheet.open = false;
  };
  root.addEventListener("pointerdown", (event) =>
    close(event, (sheet) => !sheet.contains(event.target)));
  root.addEventListener("keydown", (event) => close(event, (sheet) => {
    if (event.key !== "Escape") return false;
    sheet.firstElementChild.focus();
    event.stopImmediatePropagation();
    return true;
  }));
}
