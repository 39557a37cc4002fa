import { defineConfig } from 'vite';
import { compileMessages } from './messages.config.js';

await compileMessages();

/**
 * Packages of many small files: each file costs a command half a millisecond at its start, all of them
 * as much as the command itself. They are built in; all else stays in node_modules.
 */
const scattered = [
	'drizzle-orm',
	'@libsql/client',
	'@libsql/core',
	'@libsql/hrana-client',
	'better-auth',
	/^@better-auth\//,
	'better-call',
	'zod',
	'jose',
	'hucre',
	'smol-toml',
	'yaml',
	'htmlparser2',
	'entities',
	/^dom/,
	/^mdast-/,
	/^micromark/,
	/^unist-/
];

/** The command line, and the threads that read, judge and make figures for it and for the pages. */
export default defineConfig({
	publicDir: false,
	ssr: { noExternal: scattered },
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
