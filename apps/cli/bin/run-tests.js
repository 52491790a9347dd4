// `npm test` on any machine: installs what is missing, then runs every suite, the browser's too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build, install } from './prepare.js';

const CHROMIUMS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

install();
const chromium = findChromium() ?? installChromium();
if (!chromium) {
  process.stderr.write(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium), ' +
      'or name it: CHROMIUM=/path/to/chromium npm test\n',
  );
  process.exit(1);
}
build();
runSuite(['run-many', '-t', 'test', '--output-style=static']);
runSuite(['run', '@cluster-atlas/test:e2e', '--output-style=static']);

function findChromium() {
  return CHROMIUMS.find((path) => path && existsSync(path));
}

function installChromium() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return undefined;
  process.stderr.write('Installing Chromium …\n');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 2, 2],
  });
  return findChromium();
}

function runSuite(words) {
  const environment = { ...process.env, CHROMIUM: chromium, NX_TUI: 'false', NX_DAEMON: 'false' };
  const { status } = spawnSync('npx', ['nx', ...words], { stdio: 'inherit', env: environment });
  if (status !== 0) process.exit(status ?? 1);
}
