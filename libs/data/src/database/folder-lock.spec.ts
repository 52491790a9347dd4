import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILT = new URL('../../dist/database/folder-lock.js', import.meta.url).href;
const HOLD = `
  process.chdir(process.argv[1]);
  const { lockWorkingFolder } = await import('${BUILT}');
  console.log(String(await lockWorkingFolder())); // a bare boolean is coloured under FORCE_COLOR
  setInterval(() => {}, 1000);
`;

describe('lockWorkingFolder', () => {
  let folder: string;
  const processes: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-lock-'));
  });

  afterEach(async () => {
    await Promise.all(processes.splice(0).map(kill));
    await rm(folder, { recursive: true });
  });

  /** A process that tries to take the folder and stays alive. */
  async function contend(): Promise<{ holds: boolean; process: ChildProcess }> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, folder]);
    processes.push(child);
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    return { holds: answer.toString().trim() === 'true', process: child };
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('is held by one of eight that come at once, and by one of the next eight after its kill -9', async () => {
    for (let round = 1; round <= 3; round++) {
      const contenders = await Promise.all(Array.from({ length: 8 }, contend));

      const holders = contenders.filter(({ holds }) => holds);
      expect(holders).toHaveLength(1);

      await Promise.all(processes.splice(0).map(kill));
    }
  }, 60_000);

  it('is not given to another while its holder lives', async () => {
    const first = await contend();
    const second = await contend();

    await kill(first.process);
    const third = await contend();

    expect([first.holds, second.holds, third.holds]).toEqual([true, false, true]);
  }, 30_000);

  it('leaves nothing behind but the name of the latest holder', async () => {
    for (let holder = 1; holder <= 3; holder++) await kill((await contend()).process);

    expect(await readdir(join(folder, 'lock'))).toEqual(['3']);
  }, 30_000);
});
