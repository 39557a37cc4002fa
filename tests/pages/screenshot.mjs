import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../browser.mjs';

// Takes the README's picture from the running program, on the sample alone.

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'rubrique-picture-'));
const port = '3977';

const program = spawn(process.execPath, ['src/cli/launch.mjs', 'start'], {
	cwd: root,
	env: { ...process.env, RUBRIQUE_DATA: data, PORT: port, LC_ALL: 'C.UTF-8' },
	stdio: ['ignore', 'inherit', 'pipe']
});
try {
	await new Promise((ready, failed) => {
		program.stderr.on('data', (said) => String(said).includes(`localhost:${port}`) && ready());
		program.once('close', () => failed(new Error('the program ended')));
	});

	const browser = await chromium.launch({
		executablePath: await findChromium(),
		args: ['--no-sandbox', '--disable-gpu']
	});
	const page = await browser.newPage({
		viewport: { width: 1440, height: 1000 },
		locale: 'en-GB',
		colorScheme: 'light'
	});
	await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
	await page.screenshot({ path: join(root, 'docs/overview.png') });
	await browser.close();
} finally {
	program.kill();
	rmSync(data, { recursive: true, force: true });
}
