import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileMessages } from './messages.config.js';
import { scriptsByLanguage } from './scripts-by-language.config.ts';
import { usedMessages } from './used-messages.config.ts';

await compileMessages();

const ofAllTests = {
	environment: 'node',
	// a loop over nothing would pass for ever
	expect: { requireAssertions: true },
	// whatever is waited for comes or fails by itself: how long that takes is the machine's affair
	testTimeout: 0,
	hookTimeout: 0
} as const;

/**
 * All style sheets are one. Nothing is painted before the last of a page's has come, and each is a request
 * of its own: twenty of them took longer than the 15 KB that all of them are when compressed.
 */
const styles = { name: 'styles', test: /\.css(\?|$)/ };

/**
 * What many pages share is one script: as forty, with a head each and little to be compressed with, it took
 * a page from 97 to 115 KB. Charts stay apart, which come when they are near.
 */
const shared = {
	name: 'shared',
	minShareCount: 22,
	// wherever the project lies
	test: (id: string) => !/chart|\.css/i.test(relative(import.meta.dirname, id))
};

/** Our own code of charts is one script too: a page with charts took ten more requests, of a kilobyte each. */
const charts = { name: 'charts', minShareCount: 3, test: /\/src\/lib\/chart\/.*\.(ts|svelte)$/ };

/** Whoever develops sees a message that is changed at once. */
const messagesAgain: Plugin = {
	name: 'messages-again',
	apply: 'serve',
	configureServer({ watcher, config }) {
		const folder = join(import.meta.dirname, 'messages');
		watcher.add(folder);
		watcher.on('change', (file) => {
			if (!relative(folder, file).startsWith('..'))
				compileMessages().catch((error: Error) => config.logger.error(error.message));
		});
	}
};

export default defineConfig(({ mode }) => ({
	plugins: [sveltekit(), mode !== 'test' && messagesAgain, usedMessages(), scriptsByLanguage()],
	environments: {
		client: {
			build: {
				rolldownOptions: { output: { codeSplitting: { groups: [styles, shared, charts] } } }
			}
		}
	},
	test: {
		// flows wait for programs of their own now and then: the cores would idle
		maxWorkers: availableParallelism() + 2,
		projects: [
			{
				plugins: [sveltekit()],
				// what their files import is loaded once for all: each leaves nothing behind
				test: {
					...ofAllTests,
					name: 'tests',
					include: ['src/**/*.test.ts', 'tests/{flow,simulate}/**/*.test.ts'],
					isolate: false,
					setupFiles: ['tests/flow/leave-nothing.ts']
				}
			},
			{
				plugins: [sveltekit()],
				// they run every pattern in the code, on the longest of texts: processes of their own, since V8
				// compiles no pattern well where much is compiled already, and they would take three times as long
				test: { ...ofAllTests, name: 'rules', include: ['tests/{corpus,rules}/**/*.test.ts'] }
			}
		]
	}
}));
