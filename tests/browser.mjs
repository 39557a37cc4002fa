import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// without a window to draw, pages take a quarter less time
const NAMES = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome'
];

const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * A Chromium for the page tests: the one that RUBRIQUE_CHROMIUM names, the system's, Playwright's
 * own; else one is installed, on Debian as root by the system, elsewhere by Playwright.
 *
 * @returns its path, or null where none can be had
 */
export async function findChromium() {
	const named = process.env.RUBRIQUE_CHROMIUM;
	if (named) return existsSync(named) ? named : null;

	const { chromium } = await import('@playwright/test');
	const found = ofSystem() ?? existing(chromium.executablePath());
	if (found) return found;

	const asRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
	try {
		if (asRoot) {
			run('apt-get', ['update']);
			const install = (name) => run('apt-get', ['install', '-y', '--no-install-recommends', name]);
			try {
				install('chromium-headless-shell');
			} catch {
				// older systems have the whole browser alone
				install('chromium');
			}
		} else {
			run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
		}
	} catch {
		// said by the tests, which cannot run
	}
	return ofSystem() ?? existing(chromium.executablePath());
}

function ofSystem() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...paths, ...ELSEWHERE].find(isExecutable) ?? null;
}

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function existing(path) {
	return existsSync(path) ? path : null;
}

function run(command, args) {
	process.stdout.write(`Installing a Chromium: ${command} ${args.join(' ')}\n`);
	execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}
