import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './messages.config.ts';

export default defineConfig({
	plugins: [sveltekit(), paraglideVitePlugin(messages)],
	test: {
		include: ['src/**/*.test.ts', 'tests/{flow,rules,simulate}/**/*.test.ts'],
		environment: 'node',
		// two cores, and flows that start real programs
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
