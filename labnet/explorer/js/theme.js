// Colours: those of labnet's other pictures, and ink that suits the theme of the page.

const CLASS_COLORS = ["#0072B2", "#D55E00"];
const SURFACE = ["#5FA5D0", "#FFFFFF", "#F3B187"]; // p = 0, 0.5, 1
const SHADES = ["#FFFFFF", "#707070"]; // a unit's smallest and largest a: no colour of a class
const DARK_INK = "#222222"; // on the surface, which is light in every theme
const PINNED = [
  { color: "#009E73", light: "#35C79C", dash: [7, 3] },
  { color: "#B0578D", light: "#E39CC4", dash: [2, 3] },
  { color: "#A87200", light: "#E69F00", dash: [9, 3, 2, 3] },
  { color: "#2B86BD", light: "#56B4E9", dash: [4, 2] },
];

const rgb = (color) => [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
const between = (from, to, share) => from.map((v, i) => Math.round(v + (to[i] - v) * share));

/** 256 colours along `stops`, each as one number in the byte order of ImageData. */
function palette(stops) {
  const colors = stops.map(rgb);
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const place = (i / 255) * (colors.length - 1);
    const from = Math.min(Math.floor(place), colors.length - 2);
    const [red, green, blue] = between(colors[from], colors[from + 1], place - from);
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

const SURFACE_PALETTE = palette(SURFACE);
const SHADES_PALETTE = palette(SHADES);

const LIGHT = {
  dark: false,
  paper: "#FFFFFF",
  faint: "#DDDDDD",
  quiet: "#5F5F5F",
  positive: "#C25500",
  negative: "#0072B2",
  value: "#DCECF8",
  gradient: "#FCE6D6",
  accent: "#111111",
};
const DARK = {
  dark: true,
  paper: "#111111",
  faint: "#3A3A3A",
  quiet: "#ABABAB",
  positive: "#F08A3C",
  negative: "#5DB5EC",
  value: "#17384E",
  gradient: "#50301A",
  accent: "#FFFFFF",
};

/** Whether text of this colour, as getComputedStyle gives it, needs a dark ground. */
function isLight(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue > 127;
}

/** The colours that suit the page around `element`. */
function readTheme(element) {
  const style = getComputedStyle(element.isConnected ? element : document.body);
  const theme = isLight(style.color) ? DARK : LIGHT;
  const paper = style.getPropertyValue("--jp-layout-color0").trim() || theme.paper;
  return { ...theme, ink: style.color, paper };
}

const pinStyle = (index, theme) => {
  const { color, light, dash } = PINNED[index % PINNED.length];
  return { color: theme.dark ? light : color, dash };
};

/** Call `changed` when the page's theme may be another. */
function watchTheme(changed) {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.body, { attributes: true });
  return () => watcher.disconnect();
}
