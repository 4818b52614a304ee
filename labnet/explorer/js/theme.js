// Colours: the maps have those of labnet's other pictures, the rest comes from explorer.css.

const CLASS_COLORS = ["#0072B2", "#D55E00"];
const SURFACE = ["#5FA5D0", "#FFFFFF", "#F3B187"]; // p = 0, 0.5, 1
const DARK = "#222222"; // on the surface, which is light in every theme
const PIN_DASHES = [[7, 3], [2, 3], [9, 3, 2, 3], [4, 2]];
const INKS = "ink quiet line paper positive negative value gradient pin0 pin1 pin2 pin3".split(" ");

/** 256 colours along the stops, each as one number in the byte order of ImageData. */
function palette(stops) {
  const g = make("canvas", { width: 256, height: 1 }).getContext("2d");
  g.fillStyle = g.createLinearGradient(0.5, 0, 255.5, 0);
  stops.forEach((stop, i) => g.fillStyle.addColorStop(i / (stops.length - 1), stop));
  g.fillRect(0, 0, 256, 1);
  return new Uint32Array(g.getImageData(0, 0, 256, 1).data.buffer);
}

const SURFACE_PALETTE = palette(SURFACE);

/** The inks that suit the page around `root`: light text there means a dark ground. */
function readTheme(root) {
  const style = getComputedStyle(root);
  const [red, green, blue] = style.color.match(/[\d.]+/g).map(Number);
  root.classList.toggle("lx-dark", 0.3 * red + 0.59 * green + 0.11 * blue > 127);
  return Object.fromEntries(INKS.map((name) => [name, style.getPropertyValue(`--lx-${name}`)]));
}
