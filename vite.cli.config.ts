import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { messages } from './messages.config.ts';

/** The command line, and the threads that read, judge and make figures for it and for the pages. What is in node_modules stays there. */
export default defineConfig({
	plugins: [paraglideVitePlugin(messages)],
	publicDir: false,
	build: {
		ssr: true,
		outDir: `${process.env.RUBRIQUE_BUILD ?? 'build'}/cli`,
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: {
			input: {
				main: 'src/cli/main.ts',
				'read-thread': 'src/lib/server/ingest/files/read-thread.ts',
				'judge-thread': 'src/lib/server/derive/judge-thread.ts',
				'beside-thread': 'src/lib/server/beside-thread.ts'
			},
			output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
		}
	}
});
