import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// set here, they reach the workers too
process.env.RUBRIQUE_TEST_PORT ??= '4321';
process.env.RUBRIQUE_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'rubrique-pages-'));

const HOUR = 3_600_000;
const address = `http://localhost:${process.env.RUBRIQUE_TEST_PORT}`;

/** The pages in a real Chromium, against the program as people start it, with the sample taken in. */
export default defineConfig({
	testDir: 'tests/pages',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	// files share nothing but the sample, which nobody changes: whoever changes something has a program of their own
	// pages wait for programs and for what they load: the cores would idle
	workers: availableParallelism() + 2,
	fullyParallel: false,
	forbidOnly: true,
	// one that passes at its second try is called flaky, by its name and in the total
	retries: process.env.CI ? 1 : 0,
	// what a test waits for has a condition; how long it takes is the machine's affair, up to an hour
	// what hangs is to be seen; a machine ten times slower has time enough
	timeout: 600_000,
	expect: { timeout: 120_000 },
	use: {
		baseURL: address,
		locale: 'en-GB',
		launchOptions: {
			args: ['--no-sandbox'],
			...(process.env.RUBRIQUE_CHROMIUM && { executablePath: process.env.RUBRIQUE_CHROMIUM })
		}
	},
	webServer: {
		command: 'node tests/pages/serve.mjs',
		url: address,
		// building comes first, and importing the sample where it is not kept
		timeout: HOUR,
		stdout: 'ignore',
		stderr: 'pipe',
		env: {
			PORT: process.env.RUBRIQUE_TEST_PORT,
			RUBRIQUE_DATA: process.env.RUBRIQUE_TEST_DATA,
			// a slow machine stands still at times
			WATCHDOG_SECONDS: '0',
			LC_ALL: 'C.UTF-8'
		}
	}
});
