import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { messages } from './messages.config.ts';

/** The command line as one file. What is in node_modules stays there. */
export default defineConfig({
	plugins: [paraglideVitePlugin(messages)],
	publicDir: false,
	build: {
		ssr: 'src/cli/main.ts',
		outDir: `${process.env.RUBRIQUE_BUILD ?? 'build'}/cli`,
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: { output: { entryFileNames: 'main.js' } }
	}
});
