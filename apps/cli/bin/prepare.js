// Plain JavaScript without dependencies: it runs on a fresh clone, before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OLDEST_NODE = [20, 19];

/** Installs the packages when they are missing, or older than the lock file. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    process.stderr.write(
      `Node ${OLDEST_NODE.join('.')} or newer is needed, not ${process.version}.\n`,
    );
    process.exit(1);
  }
  const installed = `${ROOT}node_modules/.package-lock.json`;
  const isCurrent =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${ROOT}package-lock.json`).mtimeMs;
  if (isCurrent) return;
  process.stderr.write('Installing packages …\n');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Builds what has changed; unchanged projects come from the cache. */
export function build() {
  process.stderr.write('Building …\n');
  const projects = ['cli', 'api', 'web'].map((name) => `@cluster-atlas/${name}`).join(',');
  run('npx', ['nx', 'run-many', '-t', 'build', '-p', projects, '--output-style=static'], 'quiet');
}

/** Whether the command line has been built. */
export function isBuilt() {
  return existsSync(`${ROOT}apps/cli/dist/main.js`);
}

/** All output goes to stderr: stdout is the command's own. `quiet` shows it on failure only. */
function run(command, words, volume = 'loud') {
  try {
    execFileSync(command, words, {
      cwd: ROOT,
      stdio: ['ignore', volume === 'quiet' ? 'pipe' : 2, 2],
      env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' },
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    process.stderr.write(error.stdout ?? '');
    process.stderr.write(`“${command} ${words.join(' ')}” failed.\n`);
    process.exit(1);
  }
}
