// Runs Lighthouse on pages and prints their four scores as JSON: node bench/pages/lighthouse.mjs URL… (npm install --prefix bench/lighthouse first).
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../lighthouse/package.json', import.meta.url));
const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')).href);
const { launch } = await import(pathToFileURL(require.resolve('chrome-launcher')).href);

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const chrome = await launch({
  chromePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  const rows = [];
  for (const url of process.argv.slice(2)) {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'error' });
    rows.push({
      path: new URL(url).pathname + new URL(url).search,
      scores: categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100)),
      failing: Object.values(lhr.audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
        .map(({ id }) => id),
    });
  }
  process.stdout.write(`${JSON.stringify(rows)}\n`);
} finally {
  await chrome.kill();
}
