// Says which notebooks the student has changed, and which the course has changed since.

const STORAGE = "labnet"; // as in jupyterlite.py
const FILES = "files";

const answer = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

// The browser's storage, or null before the first notebook was opened: looking must not make it.
async function stored() {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === STORAGE)) return null;
  const database = await answer(indexedDB.open(STORAGE));
  return database.objectStoreNames.contains(FILES) ? database : null;
}

const store = (database, mode) => database.transaction(FILES, mode).objectStore(FILES);
const link = (path) => `course/notebooks/index.html?path=${encodeURIComponent(path)}`;

function paragraph(card, text) {
  const shown = document.createElement("p");
  shown.className = "yours";
  shown.textContent = text;
  card.append(shown);
  return shown;
}

async function tell(database, card) {
  const { file, version } = card.dataset;
  const own = await answer(store(database, "readonly").get(file));
  if (!own) return;
  const since = own.content?.metadata?.labnet?.copy_of;
  if (!since || since === version) {
    paragraph(card, `You have worked on it: ${new Date(own.last_modified).toLocaleString()}.`);
    return;
  }
  paragraph(card, "Your copy opens, and stays. The course has changed since you began it.");
  const clean = document.createElement("button");
  clean.textContent = "Take a clean copy, and keep mine";
  clean.onclick = async () => {
    await keep(database, own);
    location.reload();
  };
  paragraph(card, "").append(clean);
}

// As `make fresh` does: 03_x.ipynb becomes 03_x.kept-1.ipynb, and the course's own shows again.
async function keep(database, own) {
  const files = store(database, "readwrite");
  const taken = await answer(files.getAllKeys());
  const named = (n) => own.path.replace(/\.ipynb$/, `.kept-${n}.ipynb`);
  let n = 1;
  while (taken.includes(named(n))) n += 1;
  await answer(files.put({ ...own, path: named(n), name: named(n) }, named(n)));
  await answer(files.delete(own.path));
}

async function listKept(database, cards) {
  const paths = await answer(store(database, "readonly").getAllKeys());
  const course = new Set(cards.map((card) => card.dataset.file));
  const others = paths.filter((path) => path.endsWith(".ipynb") && !course.has(path));
  const list = document.querySelector("#kept ul");
  for (const path of others) {
    const shown = document.createElement("a");
    shown.href = link(path);
    shown.textContent = path;
    list.append(document.createElement("li"));
    list.lastChild.append(shown);
  }
  document.querySelector("#kept").hidden = others.length === 0;
}

async function main() {
  const database = await stored();
  if (!database) return;
  const cards = [...document.querySelectorAll(".card")];
  await Promise.all(cards.map((card) => tell(database, card)));
  await listKept(database, cards);
}

await main();
