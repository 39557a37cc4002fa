import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './messages.config.ts';

export default defineConfig({
	plugins: [sveltekit(), paraglideVitePlugin(messages)],
	test: {
		include: ['src/**/*.test.ts', 'tests/{corpus,flow,rules,simulate}/**/*.test.ts'],
		environment: 'node',
		// flows wait for programs of their own most of the time: a core kept free would idle
		maxWorkers: '100%',
		// whatever is waited for comes or fails by itself: how long that takes is the machine's affair
		testTimeout: 0,
		hookTimeout: 0
	}
});
