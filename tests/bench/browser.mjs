// What each page of the navigation costs a browser, with the sample: `npm run bench:browser`. SLOWER=1
// measures without slowing the processor down, PAGES=topics,items some pages alone.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../browser.mjs';
import { median } from './pages.mjs';

const slower = Number(process.env.SLOWER ?? 4);
const some = process.env.PAGES?.split(',');
const port = Number(process.env.PORT ?? 4319);
const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url));

/** Of so many visits the one in the middle counts: browser, program and measuring share the processor. */
const VISITS = 3;

/** What is aimed at: KB, ms, and a share of the window that moves. */
const goals = { script: 130, html: 40, lcp: 1000, cls: 0, interaction: 100 };

/** A program of its own with the sample. @returns the address with the one-time code, once it is ready */
function started(data) {
	const env = { ...process.env, PORT: String(port), RUBRIQUE_DATA: data };
	const child = spawn(process.execPath, [launcher, 'start'], { env });
	let said = '';
	const door = new Promise((resolve, reject) => {
		const hear = (chunk) => {
			said += chunk;
			const code = /\S+\/welcome\?code=\S+/.exec(said);
			if (code && said.includes('is ready')) resolve(code[0]);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('close', () => reject(new Error(said)));
	});
	return { child, door };
}

/** In the page, from its first line on: what was painted last and largest, what moved, what took long. */
function watch() {
	const seen = { lcp: 0, cls: 0, interaction: 0 };
	globalThis.seen = seen;
	const on = (type, take, more = {}) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
			type,
			buffered: true,
			...more
		});
	on('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
	on('layout-shift', ({ value, hadRecentInput }) => {
		if (!hadRecentInput) seen.cls += value;
	});
	// clicks, taps and keys, as interaction to next paint counts them: a pointer that passes over waits for nothing
	const onEvent = ({ duration, interactionId }) => {
		if (interactionId) seen.interaction = Math.max(seen.interaction, duration);
	};
	on('event', onEvent, { durationThreshold: 16 });
}

/** One page, opened for the first time: nothing of it is in a cache. */
async function measured(context, path) {
	const page = await context.newPage();
	await page.addInitScript(watch);
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	const kinds = new Map();
	const bytes = { Script: 0, Document: 0 };
	cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		if (kind in bytes) bytes[kind] += encodedDataLength;
	});

	await page.goto(path, { waitUntil: 'networkidle' });
	const loaded = await page.evaluate(() => ({ ...globalThis.seen }));
	// what comes once somebody uses it is no part of what it takes to see it
	const first = { ...bytes };
	// whatever the page offers first: a menu of the bar, a question mark; of a page without any, its search
	const offered = page.locator('main button:enabled:visible, .bar button:enabled:visible');
	const button = (await offered.count()) > 0 ? offered : page.locator('button:enabled:visible');
	// as people do: the pointer comes to rest on it, and a finger takes a tenth of a second
	await button.first().hover();
	await page.waitForTimeout(100);
	await button.first().click({ delay: 100 });
	// events are told in the frame after they were handled
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))
	);
	const { interaction } = await page.evaluate(() => globalThis.seen);
	await page.close();
	return {
		script: first.Script / 1000,
		html: first.Document / 1000,
		lcp: loaded.lcp,
		cls: loaded.cls,
		interaction
	};
}

function line(path, figures) {
	const cell = (name, digits = 0) => {
		const text = figures[name].toFixed(digits);
		return (figures[name] > goals[name] + 0.5 * 10 ** -digits ? `${text} !` : text).padStart(11);
	};
	return [
		path.padEnd(24),
		cell('script'),
		cell('html', 1),
		cell('lcp'),
		cell('cls', 3),
		cell('interaction')
	].join('');
}

const data = mkdtempSync(join(tmpdir(), 'rubrique-browser-'));
const { child, door } = started(data);
const browser = await chromium.launch({
	executablePath: await findChromium(),
	// what a browser loads for itself at its start is no part of a page
	args: ['--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup']
});
try {
	const welcome = await door;
	const context = await browser.newContext({ baseURL: new URL(welcome).origin, locale: 'en-GB' });
	const page = await context.newPage();
	await page.goto(welcome);
	await page.getByLabel('Name').fill('Ana');
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Create account' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/welcome'));
	await page.goto('/p/sample');
	const links = await page
		.locator('nav a[href^="/p/sample"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href').split('?')[0]));
	const paths = [...new Set(links)].filter(
		(path) => !some || some.includes(path.split('/')[3] ?? '')
	);
	await page.close();

	console.log(
		[
			'page'.padEnd(24),
			...['script KB', 'HTML KB', 'LCP ms', 'CLS', 'click ms'].map((head) => head.padStart(11))
		].join('')
	);
	for (const path of paths) {
		await measured(context, path); // figures are made once
		const all = [];
		for (let visit = 0; visit < VISITS; visit++) all.push(await measured(context, path));
		const medians = Object.keys(goals).map((name) => [name, median(all.map((one) => one[name]))]);
		console.log(line(path, Object.fromEntries(medians)));
	}
	console.log(`\nat ${slower}× CPU slow-down; ! misses the goal: ${JSON.stringify(goals)}`);
} finally {
	await browser.close();
	child.kill();
	rmSync(data, { recursive: true, force: true });
}
