/* The site's own faces: what wraps, and how high it gets, must not depend on the fonts of the machine. */
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';

const FACES = {
  '--font-of-text': '"Source Serif 4 Variable"',
  '--font-of-labels': '"Source Sans 3 Variable"',
  '--font-of-numbers': '"JetBrains Mono Variable"',
};
for (const [name, face] of Object.entries(FACES)) {
  document.documentElement.style.setProperty(name, face);
  await document.fonts.load(`400 16px ${face}`);
  await document.fonts.load(`600 16px ${face}`);
}
